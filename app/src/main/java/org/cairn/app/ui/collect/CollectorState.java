package org.cairn.app.ui.collect;

import java.time.Duration;
import java.time.Instant;
import org.cairn.app.ui.kit.Mark;
import org.cairn.evidence.RecordedEvidence;

/// How one collector stands, in the run under way or in the newest one that the ledger holds.
public sealed interface CollectorState {
    record NeverRun() implements CollectorState {}

    record Waiting() implements CollectorState {}

    record Running() implements CollectorState {}

    record Recorded(RecordedEvidence evidence, Duration took) implements CollectorState {}

    /// From an earlier run.
    record Earlier(RecordedEvidence evidence, Instant observedAt) implements CollectorState {}

    record Failed(String why) implements CollectorState {}

    default Mark mark() {
        return switch (this) {
            case NeverRun _, Waiting _ -> Mark.WAITING;
            case Running _ -> Mark.RUNNING;
            case Recorded recorded -> of(recorded.evidence());
            case Earlier earlier -> of(earlier.evidence());
            case Failed _ -> Mark.FAILED;
        };
    }

    private static Mark of(RecordedEvidence evidence) {
        return evidence.evidence().refusals().isEmpty() ? Mark.DONE : Mark.DONE_WITH_REFUSALS;
    }
}
