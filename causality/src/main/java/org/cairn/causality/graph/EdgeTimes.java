package org.cairn.causality.graph;

import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.causality.Moment;
import org.cairn.causality.RawRecordRef;
import org.cairn.proof.Digest;

/// When edges were, and the records behind them, in some 12 bytes each: as differences from the first of their block.
/// Edges of one event share an entry.
final class EdgeTimes {
    private static final int BLOCK_BITS = 12;
    private static final int MILLIS = 1;
    private static final int LASTS = 2;
    private static final int SEVERAL_LOGS = 4;
    private static final int OTHER_LOG = 8; // than that of the block's first
    private static final int COUNT_SHIFT = 4;
    private static final int COUNT_MORE = 15; // the count follows as a number

    /// @param until `at` where it took no time
    record Entry(Moment at, Moment until, List<RawRecordRef> records) {}

    private final ByteColumn bytes = new ByteColumn();
    private final List<Base> bases = new ArrayList<>();
    private final List<Digest> logs = new ArrayList<>();
    private final Map<Digest, Integer> numbers = new HashMap<>();
    private Optional<Entry> last = Optional.empty();
    private int lastPosition;

    private record Base(Instant time, long serial, long offset, int log) {}

    /// @return where it begins
    int add(Moment at, Moment until, List<RawRecordRef> records) {
        Entry entry = new Entry(at, until, records);
        if (last.isPresent() && last.get().equals(entry)) {
            return lastPosition;
        }
        lastPosition = bytes.size();
        last = Optional.of(entry);
        write(entry, base(lastPosition, entry));
        return lastPosition;
    }

    private Base base(int position, Entry entry) {
        int block = position >>> BLOCK_BITS;
        while (bases.size() <= block) {
            RawRecordRef first = entry.records().getFirst();
            bases.add(new Base(entry.at().time(), entry.at().serial(), first.offset(), number(first.source())));
        }
        return bases.get(block);
    }

    private void write(Entry entry, Base base) {
        boolean millis = isWholeMillis(entry.at(), base) && isWholeMillis(entry.until(), base);
        boolean lasts = !entry.until().equals(entry.at());
        boolean several = entry.records().stream()
                .anyMatch(ref -> !ref.source().equals(entry.records().getFirst().source()));
        int count = entry.records().size();
        int log = number(entry.records().getFirst().source());
        bytes.add((millis ? MILLIS : 0)
                | (lasts ? LASTS : 0)
                | (several ? SEVERAL_LOGS : 0)
                | (log == base.log() ? 0 : OTHER_LOG)
                | Math.min(count, COUNT_MORE) << COUNT_SHIFT);
        if (count >= COUNT_MORE) {
            bytes.addNumber(count);
        }
        moment(entry.at(), base, millis);
        if (lasts) {
            moment(entry.until(), base, millis);
        }
        if (log != base.log()) {
            bytes.addNumber(log);
        }
        long before = base.offset();
        for (int i = 0; i < count; i++) {
            RawRecordRef ref = entry.records().get(i);
            if (several && i > 0) {
                bytes.addNumber(number(ref.source()));
            }
            bytes.addNumber(ref.offset() - before);
            before = ref.offset();
        }
    }

    private static boolean isWholeMillis(Moment moment, Base base) {
        return (nanos(moment.time()) - nanos(base.time())) % 1_000_000 == 0;
    }

    private static long nanos(Instant time) {
        return time.getLong(ChronoField.NANO_OF_SECOND);
    }

    private void moment(Moment moment, Base base, boolean millis) {
        long seconds = moment.time().getEpochSecond() - base.time().getEpochSecond();
        long nanos = nanos(moment.time()) - nanos(base.time());
        if (millis) {
            bytes.addNumber(seconds * 1_000 + nanos / 1_000_000);
        } else {
            bytes.addNumber(seconds);
            bytes.addNumber(nanos);
        }
        bytes.addNumber(moment.serial() - base.serial());
    }

    private int number(Digest log) {
        return numbers.computeIfAbsent(log, digest -> {
            logs.add(digest);
            return logs.size() - 1;
        });
    }

    /// The moment alone, without putting the records together.
    Moment at(int position) {
        Base base = bases.get(position >>> BLOCK_BITS);
        ByteColumn.Cursor from = bytes.new Cursor(position);
        int head = from.next();
        if (head >>> COUNT_SHIFT == COUNT_MORE) {
            from.number();
        }
        return moment(from, base, (head & MILLIS) != 0);
    }

    Entry get(int position) {
        Base base = bases.get(position >>> BLOCK_BITS);
        ByteColumn.Cursor from = bytes.new Cursor(position);
        int head = from.next();
        int count = head >>> COUNT_SHIFT;
        long records = count < COUNT_MORE ? count : from.number();
        Moment at = moment(from, base, (head & MILLIS) != 0);
        Moment until = (head & LASTS) != 0 ? moment(from, base, (head & MILLIS) != 0) : at;
        Digest log = logs.get((head & OTHER_LOG) != 0 ? (int) from.number() : base.log());
        long before = base.offset();
        List<RawRecordRef> refs = new ArrayList<>((int) records);
        for (int i = 0; i < records; i++) {
            if (i > 0 && (head & SEVERAL_LOGS) != 0) {
                log = logs.get((int) from.number());
            }
            before += from.number();
            refs.add(new RawRecordRef(log, before));
        }
        return new Entry(at, until, refs);
    }

    private static Moment moment(ByteColumn.Cursor from, Base base, boolean millis) {
        Instant time;
        if (millis) {
            time = base.time().plusMillis(from.number());
        } else {
            long seconds = from.number();
            time = base.time().plusSeconds(seconds).plusNanos(from.number());
        }
        return new Moment(time, base.serial() + from.number());
    }

    long sizeBytes() {
        return bytes.sizeBytes() + 72L * bases.size(); // Base with its Instant, on a JVM with compressed references
    }
}
