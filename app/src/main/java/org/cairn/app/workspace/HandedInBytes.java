package org.cairn.app.workspace;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.evidence.vault.Intake;
import org.cairn.evidence.vault.VaultException;
import org.cairn.evidence.vault.VaultException.Reason;
import org.cairn.proof.Digest;

/// The bytes behind what is handed in, read piece by piece.
record HandedInBytes(HandedIn.Content content) {
    private static final int CHUNK_BYTES = 1 << 16;

    record Seen(Digest sha256, long sizeBytes) {}

    /// Where they were; never blank.
    String location() {
        return switch (content) {
            case HandedIn.OfFile(Path file, var _) -> file.toAbsolutePath().toString();
            case HandedIn.OfClipboard(String name, var _) -> "clipboard: " + name;
        };
    }

    /// The file's own time, which is only a claim.
    Optional<Instant> modifiedAt() throws WorkspaceException {
        if (!(content instanceof HandedIn.OfFile(Path file, var _))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// Keeps nothing of them.
    Seen look() throws WorkspaceException {
        MessageDigest sha256 = Digest.newSha256();
        long size = 0;
        try (InputStream in = open()) {
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                sha256.update(chunk, 0, count);
                size += count;
                if (size > EvidenceVault.LIMIT_BYTES) {
                    throw tooLarge();
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        Digest digest = Digest.of(sha256.digest());
        requireExpected(digest);
        return new Seen(digest, size);
    }

    /// Seals them for the vault; whether they are kept is for the caller to say.
    Intake takeIn(EvidenceVault vault) throws WorkspaceException {
        try (InputStream in = open()) {
            return vault.takeIn(in);
        } catch (VaultException e) {
            throw e.reason() == Reason.TOO_LARGE ? tooLarge() : Failures.of(e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    void requireExpected(Digest sha256) throws WorkspaceException {
        if (content instanceof HandedIn.OfFile(Path file, var expected)
                && expected.isPresent()
                && !expected.get().equals(sha256)) {
            throw new WorkspaceException(
                    Kind.UNREADABLE_FILE,
                    file + ": has changed since it was listed; nothing of it was recorded. List the folder again");
        }
    }

    private InputStream open() throws IOException, WorkspaceException {
        return switch (content) {
            case HandedIn.OfFile(Path file, var expected) -> {
                if (Files.isDirectory(file)) {
                    throw new WorkspaceException(
                            Kind.UNREADABLE_FILE,
                            file + ": is a folder; nothing was recorded. Attach its files one by one");
                }
                OpenOption[] how =
                        expected.isPresent() ? new OpenOption[] {LinkOption.NOFOLLOW_LINKS} : new OpenOption[0];
                yield Files.newInputStream(file, how);
            }
            case HandedIn.OfClipboard(var _, var bytes) -> new ByteArrayInputStream(bytes.toByteArray());
        };
    }

    private String name() {
        return switch (content) {
            case HandedIn.OfFile(Path file, var _) -> file.toString();
            case HandedIn.OfClipboard(String name, var _) -> name;
        };
    }

    private WorkspaceException unreadable(IOException cause) {
        return new WorkspaceException(
                Kind.UNREADABLE_FILE,
                cause instanceof NoSuchFileException
                        ? name() + ": is not there; nothing was recorded"
                        : name() + ": cannot be read (" + cause + "); nothing was recorded. Check its permissions",
                cause);
    }

    private WorkspaceException tooLarge() {
        return new WorkspaceException(
                Kind.UNREADABLE_FILE,
                name() + ": larger than " + (EvidenceVault.LIMIT_BYTES >> 20)
                        + " MiB; nothing was recorded. Attach the part that matters, or a list of digests");
    }
}
