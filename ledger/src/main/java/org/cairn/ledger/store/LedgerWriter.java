package org.cairn.ledger.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Merkle;
import org.cairn.proof.SignedNote;
import org.cairn.proof.Tiles;

/// Everything that changes the ledger. Used by one thread; what others may read is published in [LedgerState].
final class LedgerWriter implements AutoCloseable {
    private final DurableFolder folder;
    private final Publication publication;
    private final CheckpointSigner signer;
    private final LedgerState state;
    private final TailLog tail;
    private final LedgerLock lock;

    LedgerWriter(DurableFolder folder, CheckpointSigner signer, LedgerState state, TailLog tail, LedgerLock lock) {
        this.folder = folder;
        this.publication = new Publication(folder);
        this.signer = signer;
        this.state = state;
        this.tail = tail;
        this.lock = lock;
    }

    /// Makes the entries durable, in order, with one force of the tail for as long as there is room in it.
    /// Bundles are put in place where there is none, and before a checkpoint. On failure those before
    /// `state.size()` are durable and the others are not recorded.
    void append(List<Bytes> entries) throws LedgerException {
        int done = 0;
        while (done < entries.size()) {
            requireWritable();
            List<Bytes> rest = entries.subList(done, entries.size());
            int fitting = tail.fitting(rest);
            if (fitting > 0) {
                appendToTail(rest.subList(0, fitting));
                done += fitting;
            } else {
                done += makeRoom(rest);
            }
        }
    }

    /// @return how many of the entries are durable now
    private int makeRoom(List<Bytes> entries) throws LedgerException {
        publishAll();
        int missing = Tiles.WIDTH - state.tail().size();
        if (entries.size() >= missing) {
            completeBundle(entries.subList(0, missing));
            return missing;
        }
        try {
            startTailAnew();
        } catch (IOException e) {
            throw failed(TailLog.FILE, e);
        }
        return 0;
    }

    /// Signs and stores the current size, with the partial tiles that belong to it.
    SignedNote checkpoint() throws LedgerException {
        long size = state.size();
        StoredCheckpoint stored = state.checkpoint().orElseThrow();
        if (stored.checkpoint().size() == size) {
            return stored.note();
        }
        requireWritable();
        publishAll();
        Checkpoint checkpoint =
                new Checkpoint(stored.checkpoint().origin(), size, state.tree().root(size));
        SignedNote note = signer.sign(checkpoint);
        try {
            publication.writePartials(state.tree(), state.tail());
            StoredCheckpoint.write(folder, StoredCheckpoint.PREVIOUS_FILE, stored.note());
            StoredCheckpoint.write(folder, StoredCheckpoint.FILE, note);
        } catch (IOException e) {
            throw failed(StoredCheckpoint.FILE, e);
        }
        state.checkpointed(new StoredCheckpoint(note, checkpoint));
        return note;
    }

    @Override
    public void close() throws LedgerException {
        try (lock;
                tail) {
            if (state.condition() instanceof Condition.Writable) {
                checkpoint();
                forgetBundles();
            }
        } catch (IOException e) {
            throw LedgerException.ofDisk(folder.path(TailLog.FILE).toString(), e);
        }
    }

    /// A closed ledger's tail holds only what is in no bundle, unless the disk was full.
    private void forgetBundles() throws LedgerException {
        if (tail.holdsOnly(state.tail())) {
            return;
        }
        requireWritable();
        try {
            startTailAnew();
        } catch (IOException e) {
            if (!isOnlyFull(e)) {
                throw failed(TailLog.FILE, e);
            }
        }
    }

    /// Puts every full bundle in place, so that less than a bundle stands in the tail alone.
    private void publishAll() throws LedgerException {
        try {
            state.bundle(publication.writeBundles(state.tree(), state.bundled(), state.tail()));
        } catch (IOException e) {
            throw failed(nextBundle(), e);
        }
    }

    private String nextBundle() {
        return Tiles.entryBundle(state.bundled() / Tiles.WIDTH, Tiles.WIDTH);
    }

    /// Requires that less than a bundle stands in the tail alone.
    private void startTailAnew() throws IOException {
        if (state.tail().isEmpty()) {
            emptyTail();
        } else {
            tail.startAnew(folder, state.bundled(), state.tail());
        }
    }

    private void emptyTail() {
        try {
            tail.clear();
        } catch (IOException e) {
            state.stop("the disk failed while " + TailLog.FILE + " was emptied (" + e.getMessage() + ")");
        }
    }

    private void completeBundle(List<Bytes> chunk) throws LedgerException {
        List<Bytes> bundle = new ArrayList<>(state.tail());
        bundle.addAll(chunk);
        String file = nextBundle();
        try {
            publication.writeBundles(state.tree(), state.bundled(), bundle);
        } catch (IOException e) {
            if (folder.has(file)) {
                state.stop("the disk failed while " + file + " was put in place");
            }
            throw failed(file, e);
        }
        chunk.forEach(entry -> state.tree().append(Merkle.leafHash(entry)));
        state.extend(chunk);
        state.bundle(1);
        emptyTail();
    }

    private void appendToTail(List<Bytes> chunk) throws LedgerException {
        try {
            tail.append(state.size(), chunk);
        } catch (IOException e) {
            if (isOnlyFull(e)) {
                takeBack(chunk);
            }
            throw failed(TailLog.FILE, e);
        }
        chunk.forEach(entry -> state.tree().append(Merkle.leafHash(entry)));
        state.extend(chunk);
    }

    /// A full disk leaves room to write zeros over what was allocated before.
    private void takeBack(List<Bytes> chunk) {
        try {
            tail.takeBack(chunk);
        } catch (IOException e) {
            state.stop("the disk failed in " + TailLog.FILE + " (" + e.getMessage() + ")");
        }
    }

    /// Room can be made and the write tried again. After any other failure nobody knows what reached the disk.
    private static boolean isOnlyFull(IOException e) {
        return DiskFailure.isFullDisk(e) && !(e instanceof ForceFailed);
    }

    private LedgerException failed(String file, IOException e) {
        if (!isOnlyFull(e)) {
            state.stop("the disk failed in " + file + " (" + e.getMessage() + ")");
        }
        return LedgerException.ofDisk(folder.path(file).toString(), e);
    }

    private void requireWritable() throws LedgerException {
        if (state.condition() instanceof Condition.Writable && !lock.isInPlace()) {
            state.stop("the file " + LedgerLock.FILE + " was removed, so that another program may write");
        }
        state.condition().requireWritable(folder.root());
    }
}
