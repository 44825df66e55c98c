package org.cairn.ledger.store;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.cairn.proof.Bytes;

/// Entries that follow each other. Never changes: a longer one shares the array of the one it grew out of and writes
/// behind that one's end, so that a run of thousands is not copied for every append. Grown by one thread; any number
/// may read what was safely published to them.
final class EntryRun extends AbstractList<Bytes> implements RandomAccess {
    private final Bytes[] entries;
    private final int size;

    private EntryRun(Bytes[] entries, int size) {
        this.entries = entries;
        this.size = size;
    }

    static EntryRun of(List<Bytes> entries) {
        return new EntryRun(entries.toArray(Bytes[]::new), entries.size());
    }

    @Override
    public Bytes get(int index) {
        return entries[Objects.checkIndex(index, size)];
    }

    @Override
    public int size() {
        return size;
    }

    /// This and what follows. Grows out of one run once: of two that did, the later would overwrite the earlier.
    EntryRun followedBy(List<Bytes> more) {
        int longer = size + more.size();
        Bytes[] room = longer <= entries.length ? entries : Arrays.copyOf(entries, 2 * longer);
        int at = size;
        for (Bytes entry : more) {
            room[at++] = entry;
        }
        return new EntryRun(room, longer);
    }

    /// A copy without its first entries.
    EntryRun without(int first) {
        return of(subList(first, size));
    }
}
