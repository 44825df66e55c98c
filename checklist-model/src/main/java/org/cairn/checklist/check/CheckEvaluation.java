package org.cairn.checklist.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.Finding;
import org.cairn.checklist.Gap;
import org.cairn.checklist.Outcome;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.RecordedEvidence;

/// Judges recorded evidence, as of any day. Pure: the same evidence and day give the same outcome.
public final class CheckEvaluation {
    private CheckEvaluation() {}

    /// @param newest the newest recorded evidence of the collector that the check reads
    /// @param asOf   the day asked for; evidence of a later time says nothing about it
    /// @throws IllegalArgumentException if `newest` is of another collector
    public static Outcome evaluate(CheckDefinition check, Optional<RecordedEvidence> newest, Instant asOf) {
        if (newest.isEmpty()) {
            return indeterminate(new Gap.Missing("evidence of " + check.reads()));
        }
        RecordedEvidence recorded = newest.get();
        Evidence evidence = recorded.evidence();
        if (!evidence.collector().equals(check.reads())) {
            throw new IllegalArgumentException(
                    check.id() + " reads " + check.reads() + ", not " + evidence.collector());
        }
        if (evidence.version() < check.sinceVersion()) {
            return indeterminate(new Gap.Missing("evidence of " + check.reads() + " version " + check.sinceVersion()));
        }
        Duration age = Duration.between(recorded.observedAt(), asOf);
        if (age.isNegative()) {
            return indeterminate(new Gap.Missing("evidence of " + check.reads() + " observed by " + asOf));
        }
        if (age.compareTo(check.timeToLive()) > 0) {
            return indeterminate(new Gap.Stale(recorded.id(), age, check.timeToLive()));
        }
        return outcome(new RuleEvaluation(evidence).evaluate(check.rule()), recorded);
    }

    private static Outcome outcome(Truth truth, RecordedEvidence recorded) {
        return switch (truth) {
            case Truth.True _ -> new Outcome.Satisfied(List.of(recorded.id()));
            case Truth.False no ->
                new Outcome.NotSatisfied(no.findings().stream()
                        .map(text -> new Finding(recorded.id(), text))
                        .toList());
            case Truth.Unknown unknown -> new Outcome.Indeterminate(unknown.gaps());
        };
    }

    private static Outcome indeterminate(Gap gap) {
        return new Outcome.Indeterminate(List.of(gap));
    }
}
