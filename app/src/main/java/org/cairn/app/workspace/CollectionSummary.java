package org.cairn.app.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.RecordedEvidence;

/// What a run of collectors came to.
/// @param evidence recorded by it, in the order of recording
/// @param failed   collectors that gave nothing, and why
/// @param recent   collectors that were left out, since what they last saw is recent enough
/// @param entry    the entry that records the run; empty where nothing had to run
/// @param changes  since the host was collected from before
public record CollectionSummary(
        Instant startedAt,
        Duration took,
        List<RecordedEvidence> evidence,
        List<FailedCollector> failed,
        List<CollectorId> recent,
        boolean cancelled,
        Optional<Long> entry,
        RunChanges changes) {
    public CollectionSummary {
        evidence = List.copyOf(evidence);
        failed = List.copyOf(failed);
        recent = List.copyOf(recent);
    }

    public record FailedCollector(CollectorId collector, String why) {}
}
