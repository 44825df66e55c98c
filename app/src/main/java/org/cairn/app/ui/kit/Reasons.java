package org.cairn.app.ui.kit;

import java.util.List;
import java.util.Locale;
import org.cairn.checklist.Finding;
import org.cairn.checklist.Gap;
import org.cairn.checklist.Outcome;
import org.cairn.evidence.Refusal;

/// Why an outcome is what it is, a line for each reason.
public record Reasons(Texts kit, Moments moments) {
    public List<String> of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Satisfied satisfied ->
                List.of(kit.text("outcome.satisfied", satisfied.basis().size()));
            case Outcome.NotSatisfied not ->
                not.findings().stream().map(Finding::text).toList();
            case Outcome.Indeterminate open ->
                open.gaps().stream().map(this::of).distinct().toList();
            case Outcome.NotApplicable(String justification, var _) -> List.of(justification);
        };
    }

    private String of(Gap gap) {
        return switch (gap) {
            case Gap.Missing(String what) -> kit.text("gap.missing", what);
            case Gap.Stale stale -> kit.text("gap.stale", moments.span(stale.age()), moments.span(stale.limit()));
            case Gap.Unreadable(Refusal refusal) -> of(refusal);
            case Gap.Erased(var evidence, var entry) -> kit.text("gap.erased", evidence.shortForm(), entry);
            case Gap.Accepted(Finding finding, var until, var entry) ->
                kit.text("gap.accepted", finding.text(), moments.day(until), entry);
            case Gap.NotCovered(String remainder) -> kit.text("gap.not-covered", remainder);
        };
    }

    /// What could not be read, why, and what would help.
    public String of(Refusal refusal) {
        return kit.text("gap." + why(refusal), refusal.source(), refusal.detail());
    }

    public String word(Refusal refusal) {
        return kit.text("refusal." + why(refusal));
    }

    private static String why(Refusal refusal) {
        return refusal.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
