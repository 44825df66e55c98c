package org.cairn.app.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.ledger.store.DurableFolder;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Digest;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.SignedNote;

/// The newest checkpoints seen of each log, and those of the newest backups, kept outside the workspaces: a copy of a
/// workspace that is set back to an older state does not set this back. Whoever can write here can make it forget; it
/// warns of accidents and of copies, and is no witness.
/// @param folder one folder for each log, named by the hash of its origin
public record CheckpointMemory(Path folder) {
    private static final int KEPT = 16;
    private static final int KEPT_OF_BACKUPS = 64;
    private static final int LIMIT_BYTES = 256 * 1024;
    private static final String SUFFIX = ".note";
    private static final String BACKUP_SUFFIX = ".backup.note";

    /// Keeps it, and the newest before it.
    void remember(SignedNote note) throws WorkspaceException {
        keep(note, SUFFIX, KEPT);
    }

    /// Keeps it longer: the state of a copy, so that the copy is known again when it is restored.
    void rememberBackup(SignedNote note) throws WorkspaceException {
        keep(note, BACKUP_SUFFIX, KEPT_OF_BACKUPS);
    }

    private void keep(SignedNote note, String suffix, int kept) throws WorkspaceException {
        try {
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            DurableFolder log = log(checkpoint.origin());
            String name = String.format(
                    Locale.ROOT,
                    "%019d-%s%s",
                    checkpoint.size(),
                    checkpoint.root().hex().substring(0, 16),
                    suffix);
            if (!log.has(name)) {
                log.write(name, note.encode());
                forgetAllBut(kept, log, suffix);
            }
        } catch (IOException e) {
            throw unusable(e);
        } catch (MalformedNote e) {
            throw new IllegalArgumentException("a log's checkpoint", e);
        }
    }

    /// What was seen of a log, the largest first.
    List<SeenCheckpoint> known(String origin) throws WorkspaceException {
        List<SeenCheckpoint> known = new ArrayList<>();
        DurableFolder log = log(origin);
        try {
            for (Path file : files(log)) {
                Bytes text = log.read(String.valueOf(file.getFileName()), LIMIT_BYTES);
                Checkpoint checkpoint = Checkpoint.parse(SignedNote.parse(text).text());
                if (checkpoint.origin().equals(origin)) {
                    Instant at = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
                    known.add(new SeenCheckpoint(checkpoint, Optional.of(at)));
                }
            }
        } catch (IOException e) {
            throw unusable(e);
        } catch (MalformedNote e) {
            throw new WorkspaceException(
                    Kind.DAMAGED,
                    log.root() + ": holds a note that is no checkpoint (" + e.getMessage()
                            + "); find out who changed it before you remove it",
                    e);
        }
        known.sort(Comparator.comparingLong(
                        (SeenCheckpoint seen) -> seen.checkpoint().size())
                .reversed());
        return known;
    }

    private static void forgetAllBut(int kept, DurableFolder log, String suffix) throws IOException {
        List<Path> files = files(log).stream()
                .filter(file -> isOfBackup(file) == suffix.equals(BACKUP_SUFFIX))
                .toList();
        for (Path old : files.subList(0, Math.max(0, files.size() - kept))) {
            Files.delete(old);
        }
    }

    private static boolean isOfBackup(Path file) {
        return file.toString().endsWith(BACKUP_SUFFIX);
    }

    private static List<Path> files(DurableFolder log) throws IOException {
        if (!Files.isDirectory(log.root())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(log.root())) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    private DurableFolder log(String origin) {
        return DurableFolder.ofOwner(
                folder.resolve(Digest.sha256(Bytes.utf8(origin)).hex()));
    }

    private WorkspaceException unusable(IOException cause) {
        return new WorkspaceException(
                Kind.OUTSIDE,
                folder + ": what was seen of this log before cannot be read or kept (" + cause
                        + "). Check its permissions",
                cause);
    }
}
