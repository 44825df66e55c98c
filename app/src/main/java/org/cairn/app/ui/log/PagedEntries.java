package org.cairn.app.ui.log;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import javafx.collections.ObservableListBase;

/// The first `size` entries of a ledger, newest first, of which only the pages that somebody looks at are read.
/// Confined to the UI executor.
final class PagedEntries extends ObservableListBase<EntryLine> {
    static final int PAGE = 200;

    /// Pages kept; more than fit on any screen.
    private static final int KEPT = 50;

    /// Reads entries in the background and hands them to [#arrived].
    interface Reading {
        /// @param from the first entry
        /// @param to   the entry after the last
        void read(PagedEntries into, long from, long to);
    }

    private final int size;
    private final Reading reading;
    private final LongFunction<EntryLine> waiting;
    private final Map<Integer, Map<Long, EntryLine>> pages = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Map<Long, EntryLine>> eldest) {
            return size() > KEPT;
        }
    };

    /// @param waiting what stands for an entry that is not read yet
    PagedEntries(long size, Reading reading, LongFunction<EntryLine> waiting) {
        this.size = Math.toIntExact(size);
        this.reading = reading;
        this.waiting = waiting;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public EntryLine get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        long entry = size - 1L - index;
        int page = Math.toIntExact(entry / PAGE);
        if (!pages.containsKey(page)) {
            pages.put(page, new HashMap<>());
            reading.read(this, (long) page * PAGE, Math.min(size, (page + 1L) * PAGE));
        }
        EntryLine line = pages.getOrDefault(page, Map.of()).get(entry);
        return line == null ? waiting.apply(entry) : line;
    }

    /// A page was read.
    /// @param lines by their entries; all of the page
    void arrived(long from, Map<Long, EntryLine> lines) {
        pages.put(Math.toIntExact(from / PAGE), Map.copyOf(lines));
        int first = Math.toIntExact(size - (from + lines.size()));
        beginChange();
        for (int index = first; index < first + lines.size(); index++) {
            nextSet(index, waiting.apply(size - 1L - index));
        }
        endChange();
    }
}
