package org.cairn.causality.ingest;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.cairn.causality.Moment;

/// Finds serial numbers that no record of one host carries. Numbers that come late are taken off the list again.
final class SerialGaps {
    /// Ranges kept open for numbers that come late; the oldest is reported when there are more.
    private static final int MOST_OPEN = 1_000;

    /// @param after  the moment before the first missing number
    /// @param before the moment after the last missing number
    record Missing(long first, long last, Moment after, Moment before) {
        long count() {
            return last - first + 1;
        }
    }

    private final Consumer<Missing> report;
    private final TreeMap<Long, Missing> open = new TreeMap<>();
    private Optional<Moment> highest = Optional.empty();

    SerialGaps(Consumer<Missing> report) {
        this.report = report;
    }

    void seen(Moment moment) {
        long serial = moment.serial();
        if (highest.isPresent() && serial <= highest.get().serial()) {
            takeOff(serial);
            return;
        }
        if (highest.isPresent() && serial > highest.get().serial() + 1) {
            Moment before = highest.get();
            open.put(before.serial() + 1, new Missing(before.serial() + 1, serial - 1, before, moment));
        }
        highest = Optional.of(moment);
        if (open.size() > MOST_OPEN) {
            report.accept(open.pollFirstEntry().getValue());
        }
    }

    private void takeOff(long serial) {
        Map.Entry<Long, Missing> entry = open.floorEntry(serial);
        if (entry == null || entry.getValue().last() < serial) {
            return;
        }
        Missing range = entry.getValue();
        open.remove(range.first());
        if (range.first() < serial) {
            open.put(range.first(), new Missing(range.first(), serial - 1, range.after(), range.before()));
        }
        if (serial < range.last()) {
            open.put(serial + 1, new Missing(serial + 1, range.last(), range.after(), range.before()));
        }
    }

    /// Reports what is missing and starts anew, as the kernel does when it boots.
    void restart() {
        open.values().forEach(report);
        open.clear();
        highest = Optional.empty();
    }
}
