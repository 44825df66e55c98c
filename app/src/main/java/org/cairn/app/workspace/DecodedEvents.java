package org.cairn.app.workspace;

import java.util.AbstractList;
import java.util.BitSet;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Recorded;

/// The events of a ledger as a list that reads each when it is asked for. Unchanged by what is recorded later.
final class DecodedEvents extends AbstractList<Recorded<? extends Event>> {
    private final EventLog log;
    private final BitSet readable;
    private final int size;

    /// The last position that was asked for, and its entry: lists are mostly read in order.
    private int position;
    private int entry;

    /// @param readable the entries that are in the list
    DecodedEvents(EventLog log, BitSet readable) {
        this.log = log;
        this.readable = readable;
        this.size = readable.cardinality();
        this.entry = readable.nextSetBit(0);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Recorded<? extends Event> get(int index) {
        int wanted = entryAt(index);
        return log.event(wanted)
                .orElseThrow(() -> new IllegalStateException(
                        "entry " + wanted + " can no longer be read: " + String.join("; ", log.unreadable())));
    }

    private synchronized int entryAt(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        if (readable.length() == size) {
            return index;
        }
        if (index < position) {
            position = 0;
            entry = readable.nextSetBit(0);
        }
        while (position < index) {
            entry = readable.nextSetBit(entry + 1);
            position++;
        }
        return entry;
    }
}
