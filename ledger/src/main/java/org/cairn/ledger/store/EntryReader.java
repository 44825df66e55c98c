package org.cairn.ledger.store;

import java.io.IOException;
import java.util.List;
import org.cairn.proof.Bytes;
import org.cairn.proof.MalformedProof;
import org.cairn.proof.Merkle;
import org.cairn.proof.Tiles;

/// Reads entries and holds each against its leaf hash. Remembers the last bundle, since entries are mostly read
/// in order.
final class EntryReader {
    /// 256 entries of the format's largest size.
    static final int BUNDLE_SIZE_LIMIT_BYTES = Tiles.WIDTH * (Short.BYTES + Tiles.ENTRY_SIZE_LIMIT_BYTES);

    private final DurableFolder folder;
    private final LedgerState state;
    private volatile Bundle last = new Bundle(-1, List.of());

    private record Bundle(long index, List<Bytes> entries) {}

    EntryReader(DurableFolder folder, LedgerState state) {
        this.folder = folder;
        this.state = state;
    }

    Bytes entry(long index) throws LedgerException {
        LedgerState.Recorded now = state.recorded();
        Bytes entry = index >= now.bundled()
                ? now.tail().get((int) (index - now.bundled()))
                : bundle(index / Tiles.WIDTH).get((int) (index % Tiles.WIDTH));
        if (!Merkle.leafHash(entry).equals(state.tree().leaf(index))) {
            throw damaged(index, "the entry does not have the hash that its tile records");
        }
        return entry;
    }

    private List<Bytes> bundle(long index) throws LedgerException {
        Bundle known = last;
        if (known.index == index) {
            return known.entries;
        }
        String file = Tiles.entryBundle(index, Tiles.WIDTH);
        try {
            List<Bytes> entries = Tiles.decodeEntries(folder.read(file, BUNDLE_SIZE_LIMIT_BYTES), Tiles.WIDTH);
            last = new Bundle(index, entries);
            return entries;
        } catch (IOException e) {
            throw LedgerException.ofDisk(folder.path(file).toString(), e);
        } catch (MalformedProof e) {
            throw damaged(index * Tiles.WIDTH, e.getMessage());
        }
    }

    private LedgerException damaged(long index, String problem) {
        String file = Tiles.entryBundle(index / Tiles.WIDTH, Tiles.WIDTH);
        return new LedgerException(
                folder.path(file) + ", entry " + index,
                problem,
                "Keep this folder as evidence and restore the newest backup that verifies");
    }
}
