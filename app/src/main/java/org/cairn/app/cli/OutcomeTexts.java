package org.cairn.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Gap;
import org.cairn.checklist.Outcome;
import org.cairn.evidence.EvidenceId;

/// Outcomes in words: a sign for the eye, a word for everyone, codes for scripts.
final class OutcomeTexts {
    private OutcomeTexts() {}

    static String code(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Satisfied _ -> "satisfied";
            case Outcome.NotSatisfied _ -> "not-satisfied";
            case Outcome.Indeterminate _ -> "indeterminate";
            case Outcome.NotApplicable _ -> "not-applicable";
        };
    }

    /// Sign and word.
    static String mark(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Satisfied _ -> "● satisfied";
            case Outcome.NotSatisfied _ -> "▲ not satisfied";
            case Outcome.Indeterminate _ -> "◌ indeterminate";
            case Outcome.NotApplicable _ -> "– not applicable";
        };
    }

    /// Why: findings, gaps, or the justification.
    static List<String> reasons(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Satisfied _ -> List.of();
            case Outcome.NotSatisfied(var findings) ->
                findings.stream().map(finding -> finding.text()).toList();
            case Outcome.Indeterminate(var gaps) ->
                gaps.stream().map(OutcomeTexts::words).toList();
            case Outcome.NotApplicable(String justification, var _) -> List.of(justification);
        };
    }

    /// The kind of the first gap.
    static Optional<String> gap(Outcome outcome) {
        return outcome instanceof Outcome.Indeterminate(var gaps)
                ? Optional.of(code(gaps.getFirst()))
                : Optional.empty();
    }

    static List<EvidenceId> evidence(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Satisfied(var basis) -> basis;
            case Outcome.NotSatisfied(var findings) ->
                findings.stream().map(finding -> finding.evidence()).distinct().toList();
            case Outcome.Indeterminate(var gaps) ->
                gaps.stream().flatMap(gap -> newest(gap).stream()).toList();
            case Outcome.NotApplicable _ -> List.of();
        };
    }

    static String code(Gap gap) {
        return switch (gap) {
            case Gap.Missing _ -> "missing";
            case Gap.Stale _ -> "stale";
            case Gap.Unreadable(var refusal) ->
                switch (refusal.why()) {
                    case ABSENT -> "absent";
                    case DENIED -> "denied";
                    case MALFORMED -> "malformed";
                    case TOO_LARGE -> "too-large";
                    case TIMED_OUT -> "timed-out";
                };
            case Gap.Erased _ -> "erased";
            case Gap.Accepted _ -> "accepted";
            case Gap.NotCovered _ -> "not-covered";
        };
    }

    static String words(Gap gap) {
        return switch (gap) {
            case Gap.Missing(String what) -> "missing: " + what;
            case Gap.Stale(var newest, var age, var limit) ->
                "stale: " + newest.shortForm() + " is " + Durations.words(age) + " old, limit "
                        + Durations.words(limit);
            case Gap.Unreadable(var refusal) ->
                code(gap) + ": " + refusal.source() + (refusal.detail().isBlank() ? "" : " (" + refusal.detail() + ")");
            case Gap.Erased(var evidence, var entry) ->
                "erased: evidence " + evidence.shortForm() + ", by entry " + entry;
            case Gap.Accepted(var finding, var until, var entry) ->
                "accepted as a false positive until " + until + ", entry " + entry + ": " + finding.text();
            case Gap.NotCovered(String remainder) -> "left to show: " + remainder;
        };
    }

    static String word(AnswerStatus status) {
        return switch (status) {
            case MET -> "met";
            case PARTLY_MET -> "partly";
            case NOT_MET -> "not-met";
            case NOT_APPLICABLE -> "na";
            case ALTERNATIVE_DOCUMENTED -> "alternative";
            case NOT_YET_APPLICABLE -> "not-yet";
        };
    }

    /// `DEMONSTRATED` as `demonstrated`, `NOT_MET` as `not-met`.
    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<EvidenceId> newest(Gap gap) {
        return switch (gap) {
            case Gap.Stale(EvidenceId newest, var _, var _) -> Optional.of(newest);
            case Gap.Accepted(var finding, var _, var _) -> Optional.of(finding.evidence());
            case Gap.Missing _, Gap.Unreadable _, Gap.Erased _, Gap.NotCovered _ -> Optional.empty();
        };
    }
}
