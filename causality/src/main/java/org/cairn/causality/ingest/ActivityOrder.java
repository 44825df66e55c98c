package org.cairn.causality.ingest;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import org.cairn.causality.Activity;
import org.cairn.causality.ActivitySink;
import org.cairn.causality.Moment;

/// Puts activities into the order of their moments, as far as they come within the window; holds a bounded number.
final class ActivityOrder implements ActivitySink {
    /// As for records of auditd.
    static final Duration WINDOW = EventReassembly.WINDOW;

    static final int MOST_HELD = 4_096;

    private record Held(Activity activity, long arrival) {}

    private final ActivitySink next;
    private final PriorityQueue<Held> held = new PriorityQueue<>(
            Comparator.<Held, Moment>comparing(item -> item.activity().at()).thenComparingLong(Held::arrival));
    private Optional<Moment> newest = Optional.empty();
    private Optional<Moment> passed = Optional.empty();
    private long arrivals;
    private long late;

    ActivityOrder(ActivitySink next) {
        this.next = next;
    }

    @Override
    public void accept(Activity activity) {
        held.add(new Held(activity, arrivals++));
        Moment now = newest.map(activity.at()::later).orElse(activity.at());
        newest = Optional.of(now);
        while (held.size() > MOST_HELD || !held.isEmpty() && isOld(held.element(), now)) {
            pass(held.remove().activity());
        }
    }

    private static boolean isOld(Held item, Moment now) {
        return item.activity().at().time().plus(WINDOW).isBefore(now.time());
    }

    private void pass(Activity activity) {
        if (passed.filter(before -> before.isAfter(activity.at())).isPresent()) {
            late++;
        } else {
            passed = Optional.of(activity.at());
        }
        next.accept(activity);
    }

    void finish() {
        while (!held.isEmpty()) {
            pass(held.remove().activity());
        }
    }

    long late() {
        return late;
    }
}
