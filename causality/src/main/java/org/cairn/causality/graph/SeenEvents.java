package org.cairn.causality.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.cairn.causality.Activity;
import org.cairn.causality.RawRecordRef;

/// Which events were taken, so that none counts twice. Exact, and eight bytes an event of the kernel: moment and serial
/// number within each minute, sorted. Events mostly come in order, so adding mostly appends.
final class SeenEvents {
    private static final long SERIAL_BITS = 0xffff_ffffL;
    private static final long MINUTE = 60_000;

    private record Minute(String host, long number) {}

    private record SourceKey(RawRecordRef record, long serial) {}

    private static final class Keys {
        private long[] sorted = new long[8];
        private int size;

        boolean add(long key) {
            int at = size == 0 || sorted[size - 1] < key ? -size - 1 : Arrays.binarySearch(sorted, 0, size, key);
            if (at >= 0) {
                return false;
            }
            if (size == sorted.length) {
                sorted = Arrays.copyOf(sorted, size + (size >> 1));
            }
            int place = -at - 1;
            System.arraycopy(sorted, place, sorted, place + 1, size - place);
            sorted[place] = key;
            size++;
            return true;
        }
    }

    private final Map<Minute, Keys> kernel = new HashMap<>();
    private final Set<SourceKey> others = new HashSet<>();

    /// Whether it is met for the first time.
    boolean add(Activity activity) {
        long serial = activity.at().serial();
        return switch (activity.numbering()) {
            case KERNEL -> {
                long millis = activity.at().time().toEpochMilli();
                long key = Math.floorMod(millis, MINUTE) << 32 | serial & SERIAL_BITS;
                yield kernel.computeIfAbsent(
                                new Minute(activity.host(), Math.floorDiv(millis, MINUTE)), _ -> new Keys())
                        .add(key);
            }
            case SOURCE -> others.add(new SourceKey(activity.records().getFirst(), serial));
        };
    }
}
