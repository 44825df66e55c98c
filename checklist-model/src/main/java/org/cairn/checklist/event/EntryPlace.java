package org.cairn.checklist.event;

import java.util.Comparator;

/// Which entry of which log: the name of a fact that is the same on every laptop that holds it.
/// @param origin the log's name
/// @param index  in that log, from 0
public record EntryPlace(String origin, long index) implements Comparable<EntryPlace> {
    private static final Comparator<EntryPlace> ORDER =
            Comparator.comparing(EntryPlace::origin).thenComparingLong(EntryPlace::index);

    public EntryPlace {
        if (origin.isEmpty() || index < 0) {
            throw new IllegalArgumentException("no entry " + index + " of a log '" + origin + "'");
        }
    }

    /// By the log's name, then in the log's own order: the same on every laptop.
    @Override
    public int compareTo(EntryPlace other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return origin + "#" + index;
    }
}
