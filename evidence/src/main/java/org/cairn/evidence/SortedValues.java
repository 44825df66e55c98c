package org.cairn.evidence;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Values by name in the order of the names, never changed. A workspace holds populations of hundreds of thousands of
/// members with one or two values each, and a tree of nodes takes three times the memory of what is in it.
@SuppressWarnings("JdkObsolete") // what it stands for is a SortedMap; nobody navigates
final class SortedValues extends AbstractMap<String, String> implements SortedMap<String, String> {
    private static final SortedValues EMPTY = new SortedValues(new String[0]);

    /// Each name, then its value.
    private final String[] both;

    private SortedValues(String[] both) {
        this.both = both;
    }

    static SortedMap<String, String> of(Map<String, String> values) {
        if (values instanceof SortedValues sorted) {
            return sorted;
        }
        if (values.isEmpty()) {
            return EMPTY;
        }
        Map<String, String> ordered = new TreeMap<>(Comparator.naturalOrder());
        ordered.putAll(values);
        String[] both = new String[2 * ordered.size()];
        int at = 0;
        for (Entry<String, String> value : ordered.entrySet()) {
            both[at++] = value.getKey();
            both[at++] = value.getValue();
        }
        return new SortedValues(both);
    }

    @Override
    public @Nullable String get(@Nullable Object name) {
        int low = 0;
        int high = size() - 1;
        while (name instanceof String wanted && low <= high) {
            int middle = (low + high) >>> 1;
            int order = both[2 * middle].compareTo(wanted);
            if (order == 0) {
                return both[2 * middle + 1];
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return null;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public int size() {
        return both.length / 2;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, String>> iterator() {
                return IntStream.range(0, SortedValues.this.size())
                        .mapToObj(each -> Map.entry(both[2 * each], both[2 * each + 1]))
                        .iterator();
            }

            @Override
            public int size() {
                return SortedValues.this.size();
            }
        };
    }

    @Override
    public @Nullable Comparator<? super String> comparator() {
        return null;
    }

    @Override
    public SortedMap<String, String> subMap(String from, String to) {
        return tree().subMap(from, to);
    }

    @Override
    public SortedMap<String, String> headMap(String to) {
        return tree().headMap(to);
    }

    @Override
    public SortedMap<String, String> tailMap(String from) {
        return tree().tailMap(from);
    }

    private SortedMap<String, String> tree() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(this));
    }

    @Override
    public String firstKey() {
        return name(0);
    }

    @Override
    public String lastKey() {
        return name(size() - 1);
    }

    private String name(int place) {
        if (isEmpty()) {
            throw new NoSuchElementException("no values");
        }
        return both[2 * place];
    }
}
