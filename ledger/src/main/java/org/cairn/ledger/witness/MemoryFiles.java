package org.cairn.ledger.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.ledger.store.DurableFolder;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Digest;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.MalformedProof;
import org.cairn.proof.Merkle;
import org.cairn.proof.NoteKey;
import org.cairn.proof.SignedNote;
import org.cairn.proof.Tiles;

/// The files of a memory (`docs/witness.md`): for each log a folder `logs/<SHA-256 of its origin>` (C2SP tlog-witness
/// calls
/// that the origin hash) with `checkpoint`, `keys`, `leaves` and `refused/`.
final class MemoryFiles {
    static final int LEAVES_LIMIT_BYTES = 64 * 1024 * 1024;
    private static final int NOTE_LIMIT_BYTES = 256 * 1024;
    private static final String LOGS = "logs";

    private final DurableFolder folder;

    MemoryFiles(Path root) {
        folder = DurableFolder.ofOwner(root);
    }

    Path root() {
        return folder.root();
    }

    /// Every log it knows, by origin.
    List<String> origins() throws MemoryException {
        Path logs = folder.path(LOGS);
        if (!Files.isDirectory(logs)) {
            return List.of();
        }
        List<String> origins = new ArrayList<>();
        try (Stream<Path> each = Files.list(logs)) {
            for (Path log : each.sorted().toList()) {
                origins.add(note(log.resolve("checkpoint")).origin());
            }
        } catch (IOException e) {
            throw unreadable(logs, e);
        }
        return origins.stream().sorted().toList();
    }

    private Checkpoint note(Path file) throws MemoryException {
        try {
            return Checkpoint.parse(
                    SignedNote.parse(Bytes.copyOf(Files.readAllBytes(file))).text());
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (MalformedNote e) {
            throw damaged(file, String.valueOf(e.getMessage()));
        }
    }

    /// What is remembered of a log; empty where it was never seen.
    /// @param witness the memory's own keys: each of them has to have signed what is remembered
    Optional<Remembered> read(String origin, List<NoteKey> witness) throws MemoryException {
        String log = of(origin);
        if (!Files.isDirectory(folder.path(log))) {
            return Optional.empty();
        }
        String file = log + "/checkpoint";
        try {
            SignedNote note = SignedNote.parse(folder.read(file, NOTE_LIMIT_BYTES));
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            List<NoteKey> keys = new ArrayList<>();
            for (String line : folder.read(log + "/keys", NOTE_LIMIT_BYTES)
                    .asUtf8()
                    .lines()
                    .toList()) {
                keys.add(NoteKey.parse(line));
            }
            boolean own = witness.stream().allMatch(key -> key.verifies(note));
            if (!own || !checkpoint.origin().equals(origin)) {
                throw damaged(folder.path(file), "it is not what this witness signed");
            }
            return Optional.of(new Remembered(note, checkpoint, keys, leaves(log, checkpoint)));
        } catch (IOException e) {
            throw unreadable(folder.path(file), e);
        } catch (MalformedNote e) {
            throw damaged(folder.path(file), String.valueOf(e.getMessage()));
        }
    }

    /// They may be ahead of the checkpoint after a crash; where they do not give its root, they are as good as absent.
    private Optional<List<Digest>> leaves(String log, Checkpoint at) throws IOException {
        String file = log + "/leaves";
        if (!folder.has(file)) {
            return Optional.empty();
        }
        Bytes all = folder.read(file, LEAVES_LIMIT_BYTES);
        long bytes = at.size() * Digest.SIZE_BYTES;
        if (all.size() < bytes) {
            return Optional.empty();
        }
        try {
            List<Digest> leaves = Tiles.decodeHashes(all.slice(0, Math.toIntExact(bytes)), Math.toIntExact(at.size()));
            return Optional.of(leaves).filter(known -> Merkle.root(known).equals(at.root()));
        } catch (MalformedProof e) {
            throw new IllegalStateException("the slice has exactly this many hashes", e);
        }
    }

    /// Durable on return. The checkpoint comes last: until it is there, the state before stands.
    void write(Remembered seen) throws IOException {
        String log = of(seen.checkpoint().origin());
        StringBuilder keys = new StringBuilder();
        seen.keys().forEach(key -> keys.append(key.encode()).append('\n'));
        Bytes keyLines = Bytes.utf8(keys.toString());
        if (!folder.has(log + "/keys")) {
            folder.write(log + "/keys", keyLines);
        }
        if (seen.leaves().isPresent()) {
            folder.write(log + "/leaves", Tiles.encodeHashes(seen.leaves().get()));
        }
        folder.write(log + "/checkpoint", seen.note().encode());
    }

    /// Two signed states of which neither is the beginning of the other are proof against the log's owner.
    /// @return where it lies
    Path keepRefused(String origin, Bytes request) throws IOException {
        String file = of(origin) + "/refused/" + Digest.sha256(request).hex();
        if (!folder.has(file)) {
            folder.write(file, request);
        }
        return folder.path(file);
    }

    private static String of(String origin) {
        return LOGS + '/' + Digest.sha256(Bytes.utf8(origin)).hex();
    }

    static MemoryException unreadable(Path file, IOException e) {
        return new MemoryException(
                file + ": cannot be read or written (" + e + "). Check the disk and its permissions", e);
    }

    private static MemoryException damaged(Path file, String why) {
        return new MemoryException(file + ": the witness's memory is damaged: " + why
                + ". It signs nothing more for this log until the file is restored from a backup");
    }
}
