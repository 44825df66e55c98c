package org.cairn.app.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.codec.MalformedEvent;
import org.cairn.checklist.event.ErasureEvent.Destruction;
import org.cairn.evidence.vault.Erasing;
import org.cairn.evidence.vault.VaultException;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.PublicKeys;
import org.cairn.ledger.store.Ledger;
import org.cairn.ledger.store.LedgerCopy;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.MalformedEnvelope;
import org.cairn.proof.Verdict;

/// Makes a workspace from a backup and the archive of keys that belongs to it. It is built beside its
/// place, verified
/// from its leaves up, and put in place only if all of it verifies.
final class Restoring {
    private final Path to;
    private final Optional<CheckpointMemory> memory;
    private final SecureRandom random;

    Restoring(Path to, Optional<CheckpointMemory> memory, SecureRandom random) {
        this.to = to.toAbsolutePath().normalize();
        this.memory = memory;
        this.random = random;
    }

    RestoreResult restore(Path backup, Path keys) throws WorkspaceException {
        Path parent = to.getParent();
        if (parent == null || !isFree()) {
            throw new WorkspaceException(
                    Kind.FOLDER_NOT_EMPTY, to + ": is not empty; nothing was restored. Choose another folder");
        }
        Path building = null;
        try {
            Files.createDirectories(parent);
            building = Files.createTempDirectory(parent, "." + to.getFileName() + ".restoring-");
            RestoreResult restored = build(new WorkspaceFolder(building), backup, keys);
            Files.deleteIfExists(to);
            Files.move(building, to);
            return restored;
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.OUTSIDE, to + ": could not be restored (" + e + "). Check space and permissions", e);
        } finally {
            if (building != null) {
                remove(building);
            }
        }
    }

    private RestoreResult build(WorkspaceFolder folder, Path backup, Path keys) throws WorkspaceException, IOException {
        String origin = new BackupReading(backup, folder.root()).unpack(BackingUp.PAYLOADS);
        String keysOrigin = new BackupReading(keys, folder.root()).unpack(BackingUp.KEYS);
        if (!origin.equals(keysOrigin)) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    keys + ": holds the keys of the log " + keysOrigin + ", the backup is of " + origin
                            + "; nothing was restored");
        }
        long erased = eraseAgain(folder);
        long dropped = dropKeysWithoutPayload(folder);
        Verification verification = FolderVerification.verify(folder, Optional.empty(), List.of());
        if (!(verification.verdict() instanceof Verdict.Intact)) {
            throw new WorkspaceException(
                    Kind.DAMAGED,
                    backup + ": does not verify, so nothing was restored: " + first(verification.verdict()));
        }
        return new RestoreResult(verification, dropped, erased, RollbackCheck.ofFolder(folder, memory, List.of()));
    }

    /// An archive of keys that is older than an erasure still holds its key: what the ledger says was
    /// erased is erased
    /// again before anybody can open the folder.
    private long eraseAgain(WorkspaceFolder folder) throws WorkspaceException {
        try {
            PublicKeys keys = PublicKeys.read(folder.keys());
            LedgerCopy.writeTail(folder.ledger(), keys.log());
            Erasing erasing = new Erasing(folder.evidence(), folder.payloadKeys(), random);
            long erased = 0;
            try (Ledger ledger = Ledger.openForReading(folder.ledger(), keys.log())) {
                for (long entry = 0; entry < ledger.size(); entry++) {
                    if (EventLog.decode(entry, ledger.entry(entry)).event() instanceof Destruction erasure) {
                        erasing.erase(erasure.payloads());
                        erased += erasure.payloads().size();
                    }
                }
            }
            return erased;
        } catch (KeyException e) {
            throw new WorkspaceException(Kind.DAMAGED, String.valueOf(e.getMessage()), e);
        } catch (LedgerException e) {
            throw Failures.of(e);
        } catch (VaultException e) {
            throw Failures.of(e);
        } catch (MalformedEnvelope | MalformedEvent e) {
            throw new WorkspaceException(
                    Kind.DAMAGED,
                    "the backup's ledger cannot be read: " + e.getMessage() + "; nothing was restored",
                    e);
        }
    }

    private static long dropKeysWithoutPayload(WorkspaceFolder folder) throws IOException {
        long dropped = 0;
        for (Path key : files(folder.payloadKeys())) {
            if (!Files.exists(folder.evidence().resolve(folder.payloadKeys().relativize(key)))) {
                Files.delete(key);
                dropped++;
            }
        }
        return dropped;
    }

    private boolean isFree() throws WorkspaceException {
        if (!Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        if (!Files.isDirectory(to, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(to)) {
            return inside.findAny().isEmpty();
        } catch (IOException e) {
            throw new WorkspaceException(Kind.OUTSIDE, to + ": cannot be read (" + e + ")", e);
        }
    }

    private static String first(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Broken(var defects) ->
                defects.getFirst() + (defects.size() > 1 ? " (and " + (defects.size() - 1) + " more)" : "");
            case Verdict.Incomplete(var missing) -> String.join("; ", missing);
            case Verdict.Intact _ -> "intact";
        };
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// Nothing usable is left of what did not verify.
    private static void remove(Path building) throws WorkspaceException {
        if (!Files.exists(building)) {
            return;
        }
        try (Stream<Path> all = Files.walk(building)) {
            List<Path> deepestFirst =
                    new ArrayList<>(all.sorted(Comparator.reverseOrder()).toList());
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.OUTSIDE, building + ": could not be removed (" + e + "); remove it by hand", e);
        }
    }
}
