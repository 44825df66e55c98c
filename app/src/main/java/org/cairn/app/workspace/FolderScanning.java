package org.cairn.app.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.FolderScan.Found;
import org.cairn.app.workspace.FolderScan.Kind;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.proof.Digest;

/// Looks at a folder. Symbolic links are not followed, hidden folders not entered, and what a limit keeps out is told.
/// The limits are ours: a folder chosen by mistake is not to hold up a person.
final class FolderScanning {
    private static final int DEEPEST = 8;
    private static final int MOST = 2_000;
    private static final long MOST_BYTES = 4L << 30;
    private static final int CHUNK_BYTES = 1 << 16;

    private final RecordedDigests digests;
    private final Progress progress;
    private final Cancellation cancellation;
    private final List<Found> found = new ArrayList<>();
    private final List<String> limited = new ArrayList<>();
    private long bytesRead;
    private boolean full;

    FolderScanning(RecordedDigests digests, Progress progress, Cancellation cancellation) {
        this.digests = digests;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    FolderScan scan(Path folder) throws WorkspaceException {
        if (!Files.isDirectory(folder)) {
            throw new WorkspaceException(
                    WorkspaceException.Kind.UNREADABLE_FILE, folder + ": is no folder; choose the folder to look at");
        }
        try {
            for (Path child : children(folder)) {
                look(child, child.getFileName(), 1);
            }
        } catch (IOException e) {
            throw new WorkspaceException(
                    WorkspaceException.Kind.UNREADABLE_FILE,
                    folder + ": cannot be listed (" + e + "). Check its permissions",
                    e);
        }
        if (cancellation.requested()) {
            limited.add("It was cancelled: only what is listed was looked at.");
        }
        return new FolderScan(folder, found, limited);
    }

    private static List<Path> children(Path folder) throws IOException {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(children::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        children.sort(Comparator.naturalOrder());
        return children;
    }

    private void look(Path file, Path below, int depth) {
        if (cancellation.requested() || isFull()) {
            return;
        }
        progress.at(new Step(below.toString(), found.size(), MOST));
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            boolean hidden = below.getFileName().toString().startsWith(".");
            if (attributes.isSymbolicLink()) {
                add(below, Kind.LINK, attributes, "");
            } else if (attributes.isDirectory()) {
                enter(file, below, depth, hidden, attributes);
            } else if (attributes.isRegularFile()) {
                read(file, below, hidden, attributes);
            } else {
                add(below, Kind.SPECIAL, attributes, "");
            }
        } catch (IOException e) {
            found.add(new Found(
                    below, Kind.UNREADABLE, 0, Optional.empty(), Optional.empty(), Optional.empty(), e.toString()));
        }
    }

    private boolean isFull() {
        if (found.size() >= MOST && !full) {
            full = true;
            limited.add("Only the first " + MOST + " are listed: choose a smaller folder for the rest.");
        }
        return full;
    }

    private void enter(Path folder, Path below, int depth, boolean hidden, BasicFileAttributes attributes)
            throws IOException {
        if (hidden) {
            add(below, Kind.NOT_ENTERED, attributes, "a hidden folder");
        } else if (depth == DEEPEST) {
            add(below, Kind.NOT_ENTERED, attributes, "deeper than " + DEEPEST + " folders");
        } else {
            for (Path child : children(folder)) {
                look(child, below.resolve(child.getFileName()), depth + 1);
            }
        }
    }

    private void read(Path file, Path below, boolean hidden, BasicFileAttributes attributes) throws IOException {
        if (attributes.size() > EvidenceVault.LIMIT_BYTES) {
            add(below, Kind.TOO_LARGE, attributes, "larger than " + (EvidenceVault.LIMIT_BYTES >> 20) + " MiB");
        } else if (attributes.size() == 0) {
            add(below, Kind.EMPTY, attributes, "");
        } else if (bytesRead + attributes.size() > MOST_BYTES) {
            add(below, Kind.TOO_LARGE, attributes, "beyond " + (MOST_BYTES >> 30) + " GiB that are read at once");
        } else {
            Digest sha256 = digest(file);
            found.add(new Found(
                    below,
                    hidden ? Kind.HIDDEN : Kind.FILE,
                    attributes.size(),
                    Optional.of(attributes.lastModifiedTime().toInstant()),
                    Optional.of(sha256),
                    digests.of(sha256).map(RecordedEvidence::id),
                    ""));
        }
    }

    private Digest digest(Path file) throws IOException {
        MessageDigest digest = Digest.newSha256();
        byte[] chunk = new byte[CHUNK_BYTES];
        long size = 0;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
                size += read;
                bytesRead += read;
                if (size > EvidenceVault.LIMIT_BYTES || cancellation.requested()) {
                    throw new IOException(
                            cancellation.requested() ? "cancelled while it was read" : "it grew while it was read");
                }
            }
        }
        return Digest.of(digest.digest());
    }

    private void add(Path below, Kind kind, BasicFileAttributes attributes, String detail) {
        found.add(new Found(
                below,
                kind,
                attributes.size(),
                Optional.of(attributes.lastModifiedTime().toInstant()),
                Optional.empty(),
                Optional.empty(),
                detail));
    }
}
