package org.cairn.app.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// The bytes behind what is handed in.
/// @param location   where they were; never blank
/// @param modifiedAt the file's own time, which is only a claim
record HandedInBytes(String location, Bytes content, Optional<Instant> modifiedAt) {
    static HandedInBytes read(HandedIn.Content content) throws WorkspaceException {
        return switch (content) {
            case HandedIn.OfFile(Path file, var expected) -> read(file, expected);
            case HandedIn.OfClipboard(String name, Bytes bytes) -> pasted(name, bytes);
        };
    }

    private static HandedInBytes pasted(String name, Bytes bytes) throws WorkspaceException {
        if (bytes.size() > EvidenceVault.LIMIT_BYTES) {
            throw tooLarge(name);
        }
        return new HandedInBytes("clipboard: " + name, bytes, Optional.empty());
    }

    private static HandedInBytes read(Path file, Optional<Digest> expected) throws WorkspaceException {
        int limit = (int) EvidenceVault.LIMIT_BYTES;
        if (Files.isDirectory(file)) {
            throw new WorkspaceException(
                    Kind.UNREADABLE_FILE, file + ": is a folder; nothing was recorded. Attach its files one by one");
        }
        OpenOption[] how = expected.isPresent() ? new OpenOption[] {LinkOption.NOFOLLOW_LINKS} : new OpenOption[0];
        try (InputStream in = Files.newInputStream(file, how)) {
            byte[] read = in.readNBytes(limit + 1);
            if (read.length > limit) {
                throw tooLarge(file.toString());
            }
            Bytes content = Bytes.copyOf(read);
            if (expected.isPresent() && !Digest.sha256(content).equals(expected.get())) {
                throw new WorkspaceException(
                        Kind.UNREADABLE_FILE,
                        file + ": has changed since it was listed; nothing of it was recorded. List the folder again");
            }
            return new HandedInBytes(
                    file.toAbsolutePath().toString(),
                    content,
                    Optional.of(Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException e) {
            throw new WorkspaceException(Kind.UNREADABLE_FILE, file + ": is not there; nothing was recorded", e);
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.UNREADABLE_FILE,
                    file + ": cannot be read (" + e + "); nothing was recorded. Check its permissions",
                    e);
        }
    }

    private static WorkspaceException tooLarge(String what) {
        return new WorkspaceException(
                Kind.UNREADABLE_FILE,
                what + ": larger than " + (EvidenceVault.LIMIT_BYTES >> 20)
                        + " MiB; nothing was recorded. Attach the part that matters, or a list of digests");
    }
}
