package org.cairn.ledger.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.ConsistencyProof;
import org.cairn.proof.Digest;
import org.cairn.proof.InclusionProof;
import org.cairn.proof.Merkle;
import org.cairn.proof.NoteKey;
import org.cairn.proof.SignedNote;

/// An append-only, provable list of entries in a folder. Safe for use by several threads. One program writes at
/// a time, any number reads; a reader sees what was recorded when it opened, and perhaps a group that was just
/// being written.
public final class Ledger implements AutoCloseable {
    /// Entries are small facts; evidence is kept apart and referred to by hash.
    public static final int ENTRY_SIZE_LIMIT_BYTES = TailLog.ENTRY_SIZE_LIMIT_BYTES;

    /// How often a reader looks again where a writer may have been in the middle of an append.
    private static final int READ_ATTEMPTS = 5;

    private final LedgerState state;
    private final EntryReader reader;
    private final Optional<Committer> committer;
    private final Optional<LedgerLock> lock;
    private final Path folder;

    private Ledger(DurableFolder folder, LedgerState state, Optional<Committer> committer, Optional<LedgerLock> lock) {
        this.folder = folder.root();
        this.state = state;
        this.reader = new EntryReader(folder, state);
        this.committer = committer;
        this.lock = lock;
    }

    /// Makes an empty, signed ledger and opens it for writing.
    /// @param dir    a folder that is empty or does not exist yet
    /// @param origin the log's name, which is also the name of its keys
    public static Ledger create(Path dir, String origin, CheckpointSigner signer) throws LedgerException {
        return create(dir, origin, signer, Admission.OF_ANYTHING);
    }

    /// As [#create(Path, String, CheckpointSigner)], for entries that `admission` admits.
    public static Ledger create(Path dir, String origin, CheckpointSigner signer, Admission admission)
            throws LedgerException {
        DurableFolder folder = DurableFolder.of(dir);
        try {
            folder.create();
            if (folder.has(StoredCheckpoint.FILE) || folder.has(TailLog.FILE)) {
                throw new LedgerException(
                        dir.toString(), "a ledger is here already", "Open it, or choose another folder");
            }
            TailLog.create(folder);
            SignedNote note = signer.sign(new Checkpoint(origin, 0, Merkle.emptyRoot()));
            StoredCheckpoint.write(folder, StoredCheckpoint.FILE, note);
        } catch (IOException e) {
            throw LedgerException.ofDisk(dir.toString(), e);
        }
        return openForWriting(dir, signer, admission);
    }

    /// Takes the lock, recovers what a crash left behind, and is ready to append. Where something recorded is
    /// missing or changed, the ledger opens all the same, is [Condition.Damaged], and refuses to append.
    /// @throws LedgerException where there is no ledger, or another program writes to it
    public static Ledger openForWriting(Path dir, CheckpointSigner signer) throws LedgerException {
        return openForWriting(dir, signer, Admission.OF_ANYTHING);
    }

    /// As [#openForWriting(Path, CheckpointSigner)], for entries that `admission` admits.
    public static Ledger openForWriting(Path dir, CheckpointSigner signer, Admission admission) throws LedgerException {
        DurableFolder folder = existing(dir);
        LedgerLock lock = LedgerLock.take(folder);
        boolean opened = false;
        try {
            LedgerContents contents = LedgerContents.load(folder, signer.keys(), admission);
            Ledger ledger = contents.defects().isEmpty()
                    ? writable(folder, signer, contents, lock, admission)
                    : new Ledger(folder, contents.state(new Condition.Writable()), Optional.empty(), Optional.of(lock));
            opened = true;
            return ledger;
        } catch (IOException e) {
            throw LedgerException.ofDisk(dir.toString(), e);
        } finally {
            if (!opened) {
                release(lock);
            }
        }
    }

    private static Ledger writable(
            DurableFolder folder,
            CheckpointSigner signer,
            LedgerContents contents,
            LedgerLock lock,
            Admission admission)
            throws IOException {
        LedgerState state = contents.state(new Condition.Writable());
        folder.discardUnfinished();
        TailLog tail = TailLog.open(folder, contents.tail());
        Committer committer = new Committer(new LedgerWriter(folder, signer, state, tail, lock), state, admission);
        committer.start();
        return new Ledger(folder, state, Optional.of(committer), Optional.empty());
    }

    /// Changes nothing and takes no lock.
    /// @param logKeys every one of them must have signed the checkpoint
    public static Ledger openForReading(Path dir, List<NoteKey> logKeys) throws LedgerException {
        DurableFolder folder = existing(dir);
        LedgerContents contents = LedgerContents.load(folder, logKeys);
        for (int attempt = 1; attempt < READ_ATTEMPTS && !contents.defects().isEmpty(); attempt++) {
            contents = LedgerContents.load(folder, logKeys);
        }
        Condition condition = new Condition.ReadOnly("it was opened for reading");
        return new Ledger(folder, contents.state(condition), Optional.empty(), Optional.empty());
    }

    /// Durable on return.
    /// @param entry 1 to 16,384 bytes
    /// @return the entry's index
    public long append(Bytes entry) throws LedgerException {
        return appendAll(List.of(entry)).getFirst();
    }

    /// Durable on return. The entries follow each other without a gap. Where this fails half-way, which the
    /// message then says, the first of them are recorded and the others are not.
    /// @throws EntryRefused where the ledger's admission refuses one of them; then none is recorded
    /// @return their indexes
    public List<Long> appendAll(List<Bytes> entries) throws LedgerException {
        for (Bytes entry : entries) {
            if (entry.size() == 0 || entry.size() > ENTRY_SIZE_LIMIT_BYTES) {
                throw new IllegalArgumentException("an entry of " + entry.size() + " bytes");
            }
        }
        if (entries.isEmpty()) {
            return List.of();
        }
        long first = writer().append(List.copyOf(entries));
        return LongStream.range(first, first + entries.size()).boxed().toList();
    }

    /// Number of recorded entries.
    public long size() {
        return state.size();
    }

    /// The exact bytes that were appended. Requires `0 <= index < size()`.
    public Bytes entry(long index) throws LedgerException {
        if (index < 0 || index >= state.size()) {
            throw new IllegalArgumentException("no entry " + index + " in a ledger of " + state.size());
        }
        return reader.entry(index);
    }

    /// The signed checkpoint of the current size; signs and stores one where the stored one is older. A ledger
    /// opened for reading gives the stored one.
    public SignedNote checkpoint() throws LedgerException {
        return committer.isPresent() ? committer.get().checkpoint() : storedCheckpoint();
    }

    /// Requires `0 <= index < size <= size()`.
    public InclusionProof inclusionProof(long index, long size) {
        return new InclusionProof(index, size, state.tree().inclusionPath(index, size));
    }

    /// Requires `0 <= older <= newer <= size()`.
    public ConsistencyProof consistencyProof(long older, long newer) {
        return new ConsistencyProof(older, newer, state.tree().consistencyPath(older, newer));
    }

    /// The root over the first `size` entries. Requires `0 <= size <= size()`.
    public Digest root(long size) {
        return state.tree().root(size);
    }

    /// The roots of the complete subtrees of the first `size` entries, the largest first ([org.cairn.proof.Frontier]).
    /// Requires `0 <= size <= size()`.
    public List<Digest> subtrees(long size) {
        return state.tree().subtrees(size);
    }

    /// The leaf hash that the tree records for an entry. Requires `0 <= index < size()`.
    public Digest leaf(long index) {
        if (index < 0 || index >= state.size()) {
            throw new IllegalArgumentException("no entry " + index + " in a ledger of " + state.size());
        }
        return state.tree().leaf(index);
    }

    public Condition condition() {
        return state.condition();
    }

    /// A writable ledger is sealed: partial tiles, partial bundle and a checkpoint of the current size are
    /// written.
    @Override
    public void close() throws LedgerException {
        if (committer.isPresent()) {
            committer.get().close();
        }
        if (lock.isPresent()) {
            release(lock.get());
        }
    }

    private Committer writer() throws LedgerException {
        if (committer.isEmpty()) {
            state.condition().requireWritable(folder);
        }
        return committer.orElseThrow();
    }

    private SignedNote storedCheckpoint() throws LedgerException {
        return state.checkpoint()
                .map(StoredCheckpoint::note)
                .orElseThrow(() -> new LedgerException(
                        folder.resolve(StoredCheckpoint.FILE).toString(),
                        "it is damaged or not signed by the expected keys",
                        "Keep this folder as evidence and restore the newest backup that verifies"));
    }

    private static DurableFolder existing(Path dir) throws LedgerException {
        DurableFolder folder = DurableFolder.of(dir);
        if (!Files.isDirectory(dir) || !folder.has(StoredCheckpoint.FILE) && !folder.has(TailLog.FILE)) {
            throw new LedgerException(dir.toString(), "there is no ledger here", "Check the folder's name");
        }
        return folder;
    }

    private static void release(LedgerLock lock) throws LedgerException {
        try {
            lock.close();
        } catch (IOException e) {
            throw LedgerException.ofDisk(LedgerLock.FILE, e);
        }
    }
}
