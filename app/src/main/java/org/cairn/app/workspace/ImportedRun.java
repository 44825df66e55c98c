package org.cairn.app.workspace;

import java.time.Instant;
import java.util.List;
import org.cairn.app.workspace.CollectionSummary.FailedCollector;
import org.cairn.evidence.HostRef;
import org.cairn.evidence.RecordedEvidence;

/// What was taken over of a run on a host without a workspace.
/// @param sequence   the run's number under the host's key
/// @param startedAt  by that host's clock
/// @param endedAt    by that host's clock
/// @param receivedAt by this machine's clock
/// @param missing    numbers of earlier runs that were never brought here, the newest hundred at most
/// @param notices    in words: what to know before relying on it
/// @param entry      that records the run
public record ImportedRun(
        HostRef host,
        long sequence,
        Instant startedAt,
        Instant endedAt,
        Instant receivedAt,
        List<RecordedEvidence> evidence,
        List<FailedCollector> failed,
        List<Long> missing,
        List<String> notices,
        long entry) {
    public ImportedRun {
        evidence = List.copyOf(evidence);
        failed = List.copyOf(failed);
        missing = List.copyOf(missing);
        notices = List.copyOf(notices);
    }
}
