package org.cairn.ledger.witness;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.ledger.key.Witness;
import org.cairn.ledger.witness.WitnessAnswer.Cosigned;
import org.cairn.ledger.witness.WitnessAnswer.Reason;
import org.cairn.ledger.witness.WitnessAnswer.Refused;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Digest;
import org.cairn.proof.NoteKey;
import org.cairn.proof.NoteSignature;
import org.cairn.proof.SignedNote;
import org.cairn.proof.witness.CheckpointRequest;

/// What one witness saw, in a folder of its own. It answers a request only after what it will have seen is on the disk
/// (C2SP tlog-witness: "the witness MUST persist the new checkpoint before responding"), and compares and replaces
/// under
/// one lock, so that no later answer can take it back.
public final class WitnessMemory {
    private final MemoryFiles files;
    private final Witness witness;

    public WitnessMemory(Path folder, Witness witness) {
        this.files = new MemoryFiles(folder);
        this.witness = witness;
    }

    public List<NoteKey> keys() {
        return witness.keys();
    }

    /// Empty for a log it never saw.
    public Optional<Remembered> of(String origin) throws MemoryException {
        return files.read(origin, witness.keys());
    }

    /// Everything it remembers, by the log's name.
    public List<Remembered> all() throws MemoryException {
        List<Remembered> all = new ArrayList<>();
        for (String origin : files.origins()) {
            of(origin).ifPresent(all::add);
        }
        return all;
    }

    /// Cosigns the checkpoint if what it saw of this log is its beginning.
    /// @param leaves the leaf hashes of the checkpoint's entries: with them a refusal names the entries that differ
    /// @param trust  what to do with a log that it does not know; for one it knows, the keys of first sight hold
    public WitnessAnswer answer(CheckpointRequest request, Optional<List<Digest>> leaves, LogTrust trust, Instant now)
            throws MemoryException {
        try {
            MemoryLock lock = MemoryLock.take(files.root());
            try {
                return locked(request, leaves, trust, now);
            } finally {
                lock.close();
            }
        } catch (IOException e) {
            throw MemoryFiles.unreadable(files.root(), e);
        }
    }

    private WitnessAnswer locked(CheckpointRequest request, Optional<List<Digest>> leaves, LogTrust trust, Instant now)
            throws MemoryException, IOException {
        String origin = request.checkpoint().origin();
        Optional<Remembered> known = of(origin);
        Optional<List<NoteKey>> keys = known.map(Remembered::keys).or(() -> offered(trust));
        if (keys.isEmpty()) {
            return new Refused(
                    Reason.UNKNOWN_LOG,
                    Optional.empty(),
                    "this witness does not know the log " + origin
                            + ". Compare its key with the one its owner told you,"
                            + " then give it with --log-key, or take the one that came with the request:"
                            + " --trust-on-first-use");
        }
        Optional<Refused> refusal = new RequestCheck(request, leaves, known, keys.get()).refusal();
        return refusal.isPresent() ? kept(request, refusal.get()) : remember(request, leaves, known, keys.get(), now);
    }

    private static Optional<List<NoteKey>> offered(LogTrust trust) {
        return switch (trust) {
            case LogTrust.KnownOnly _ -> Optional.empty();
            case LogTrust.Keys(var keys) -> Optional.of(keys);
        };
    }

    private WitnessAnswer kept(CheckpointRequest request, Refused refused) throws IOException {
        boolean proofOfMisbehaviour = refused.reason() == Reason.FORK;
        if (!proofOfMisbehaviour) {
            return refused;
        }
        Path kept = files.keepRefused(request.checkpoint().origin(), request.encode());
        return new Refused(
                refused.reason(), refused.differing(), refused.why() + ". The signed request is kept as " + kept);
    }

    private WitnessAnswer remember(
            CheckpointRequest request,
            Optional<List<Digest>> leaves,
            Optional<Remembered> known,
            List<NoteKey> keys,
            Instant now)
            throws IOException {
        Checkpoint checkpoint = request.checkpoint();
        List<NoteSignature> lines = witness.cosign(checkpoint, now);
        List<NoteSignature> all = new ArrayList<>(request.note().signatures().stream()
                .filter(line -> keys.stream()
                        .anyMatch(key ->
                                key.keyHash() == line.keyHash() && key.name().equals(line.keyName())))
                .toList());
        all.addAll(lines);
        Remembered seen = new Remembered(new SignedNote(checkpoint.text(), all), checkpoint, keys, leaves);
        files.write(seen);
        return new Cosigned(lines, checkpoint, known.map(Remembered::checkpoint));
    }
}
