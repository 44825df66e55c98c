package org.cairn.causality.ingest;

import java.util.SortedMap;
import java.util.TreeMap;
import org.cairn.causality.Activity;
import org.cairn.causality.ActivitySink;
import org.cairn.causality.Coverage;
import org.cairn.causality.Moment;

/// Counts what became of every event of a log, and passes activities on.
final class Tally {
    /// Kinds of unread events told apart; a log made up to hold more does not fill the memory.
    static final int MOST_KINDS = 1_000;

    private final ActivitySink sink;
    private final CoverageReader coverage = new CoverageReader();
    private final TreeMap<String, Long> unread = new TreeMap<>();
    private long events;
    private long understood;
    private long foreign;
    private long rejected;

    Tally(ActivitySink sink) {
        this.sink = sink;
    }

    /// An event of the kernel's audit, whose serial numbers and daemon records tell of gaps.
    void audit(AuditEvent event, EventReading reading) {
        coverage.event(event, reading);
        count(reading);
    }

    /// An event of another source.
    void event(String host, Moment at, EventReading reading) {
        coverage.event(host, at, reading);
        count(reading);
    }

    /// What the source says that it cannot say.
    void gap(Coverage.Gap gap) {
        coverage.gap(gap);
    }

    private void count(EventReading reading) {
        events++;
        switch (reading) {
            case EventReading.Understood(var activities) -> {
                understood++;
                activities.forEach(this::pass);
            }
            case EventReading.Unread(String kind) ->
                unread.merge(unread.size() < MOST_KINDS ? kind : "further kinds", 1L, Long::sum);
            case EventReading.ForeignArchitecture _ -> foreign++;
            case EventReading.Rejected _ -> rejected++;
        }
    }

    private void pass(Activity activity) {
        sink.accept(activity);
    }

    long events() {
        return events;
    }

    long understood() {
        return understood;
    }

    SortedMap<String, Long> unread() {
        return unread;
    }

    long foreign() {
        return foreign;
    }

    long rejected() {
        return rejected;
    }

    CoverageReader coverage() {
        return coverage;
    }
}
