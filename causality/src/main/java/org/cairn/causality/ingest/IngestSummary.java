package org.cairn.causality.ingest;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cairn.causality.Coverage;

/// What became of every line of a log: `lines = records + rejectedRecords + furtherLines`, and of every event:
/// `events = activities + unread + foreign + rejectedEvents`, the last two told as gaps in the coverage.
/// @param furtherLines lines before the last of a record that takes several, and lines that only separate records
/// @param activities events that were understood
/// @param rejections the first rejected lines
/// @param unread     whole events that the graph does not hold, by kind
/// @param lateEvents events that came after the window had closed on them; still read, perhaps in several parts
public record IngestSummary(
        LogSource source,
        LogFormat format,
        long lines,
        long records,
        long rejectedRecords,
        long furtherLines,
        List<RejectedLine> rejections,
        long events,
        long activities,
        SortedMap<String, Long> unread,
        long foreignEvents,
        long rejectedEvents,
        long lateEvents,
        Coverage coverage) {
    public IngestSummary {
        rejections = List.copyOf(rejections);
        unread = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(unread));
        long unreadEvents = unread.values().stream().mapToLong(Long::longValue).sum();
        if (records + rejectedRecords + furtherLines != lines
                || activities + unreadEvents + foreignEvents + rejectedEvents != events) {
            throw new IllegalArgumentException("a line or an event is not accounted for: "
                    + Map.of("lines", lines, "records", records, "rejected", rejectedRecords, "events", events));
        }
    }
}
