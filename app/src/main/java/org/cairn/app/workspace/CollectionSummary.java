package org.cairn.app.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.RecordedEvidence;

/// What a run of collectors came to.
/// @param evidence recorded by it, in the order of recording
/// @param failed   collectors that gave nothing, and why
/// @param entry    the entry that records the run
public record CollectionSummary(
        Instant startedAt,
        Duration took,
        List<RecordedEvidence> evidence,
        List<FailedCollector> failed,
        boolean cancelled,
        long entry) {
    public CollectionSummary {
        evidence = List.copyOf(evidence);
        failed = List.copyOf(failed);
    }

    public record FailedCollector(CollectorId collector, String why) {}
}
