package org.cairn.checklist.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.Finding;
import org.cairn.checklist.Gap;
import org.cairn.checklist.Outcome;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RecordedEvidence;

/// Judges recorded evidence, as of any day. Pure: the same evidence and day give the same outcome.
public final class CheckEvaluation {
    private CheckEvaluation() {}

    /// @param newest the newest recorded evidence of the collector that the check reads
    /// @param asOf   the day asked for; evidence of a later time says nothing about it
    /// @throws IllegalArgumentException if `newest` is of another collector
    public static Outcome evaluate(CheckDefinition check, Optional<RecordedEvidence> newest, Instant asOf) {
        return evaluate(check, newest, Beside.NOTHING, asOf);
    }

    /// @param beside evidence of other collectors, of any host; a check that reads one alone does not ask for it
    public static Outcome evaluate(
            CheckDefinition check, Optional<RecordedEvidence> newest, Beside beside, Instant asOf) {
        return evaluate(check, newest, beside, Acceptances.NONE, asOf);
    }

    /// @param acceptances in force on the day asked
    public static Outcome evaluate(
            CheckDefinition check,
            Optional<RecordedEvidence> newest,
            Beside beside,
            Acceptances acceptances,
            Instant asOf) {
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
        RuleEvaluation evaluation = new RuleEvaluation(recorded, beside, acceptances, asOf);
        Truth truth = evaluation.evaluate(check.rule());
        List<EvidenceId> basis = new ArrayList<>(List.of(recorded.id()));
        basis.addAll(evaluation.usedBeside());
        return outcome(truth, recorded, basis);
    }

    private static Outcome outcome(Truth truth, RecordedEvidence recorded, List<EvidenceId> basis) {
        return switch (truth) {
            case Truth.True _ -> new Outcome.Satisfied(basis);
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
