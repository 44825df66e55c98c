package org.cairn.causality.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.causality.Coverage;
import org.cairn.causality.Moment;

/// Collects what a log covers, with bounded memory.
final class CoverageReader {
    /// Gaps and changes that are kept; more are counted only.
    static final int MOST_KEPT = 1_000;

    private final TreeMap<String, HostCoverage> hosts = new TreeMap<>();
    private final List<Coverage.Gap> gaps = new ArrayList<>();
    private final List<Coverage.Change> changes = new ArrayList<>();
    private long gapCount;
    private Optional<Moment> first = Optional.empty();
    private Optional<Moment> last = Optional.empty();

    void event(AuditEvent event, EventReading reading) {
        HostCoverage host =
                hosts.computeIfAbsent(event.host(), name -> new HostCoverage(name, this::gap, this::change));
        host.event(event);
        switch (reading) {
            case EventReading.Understood _, EventReading.Unread _ -> {}
            case EventReading.ForeignArchitecture(String architecture) -> host.foreign(event.at(), architecture);
            case EventReading.Rejected(String reason) -> host.incomplete(event.at(), reason);
        }
        seen(event.at());
    }

    /// An event of a source that numbers nothing.
    void event(String host, Moment at, EventReading reading) {
        switch (reading) {
            case EventReading.Understood _, EventReading.Unread _, EventReading.ForeignArchitecture _ -> {}
            case EventReading.Rejected(String reason) ->
                gap(new Coverage.Gap(Coverage.Kind.EVENT_INCOMPLETE, host, Optional.of(at), Optional.of(at), reason));
        }
        seen(at);
    }

    private void seen(Moment at) {
        first = Optional.of(first.map(at::earlier).orElse(at));
        last = Optional.of(last.map(at::later).orElse(at));
    }

    /// Where among the lines a refused one belongs in time is not known, so the gap is the whole log.
    void refused(String host, long lines, RejectedLine example) {
        gap(new Coverage.Gap(
                Coverage.Kind.LINES_REFUSED,
                host,
                first,
                last,
                lines + (lines == 1 ? " line was" : " lines were") + " refused, such as line " + example.number() + ": "
                        + example.reason()));
    }

    /// The log's last line has no end.
    void openEnd(String host) {
        gap(new Coverage.Gap(
                Coverage.Kind.LAST_LINE_OPEN,
                host,
                last,
                Optional.empty(),
                "the file does not end with the end of a line; its last record may be cut"));
    }

    void gap(Coverage.Gap gap) {
        gapCount++;
        if (gaps.size() < MOST_KEPT) {
            gaps.add(gap);
        }
    }

    private void change(Coverage.Change change) {
        if (changes.size() < MOST_KEPT) {
            changes.add(change);
        }
    }

    Coverage finish() {
        hosts.values().forEach(HostCoverage::finish);
        return new Coverage(first, last, gaps, gapCount, changes);
    }
}
