package org.cairn.checklist.posture;

import org.cairn.checklist.Gap;
import org.cairn.checklist.Outcome;

/// What evidence says of a control, as far as judgement tells outcomes apart.
enum Signal {
    SATISFIED,
    FINDINGS,
    /// Could not be told, and some of the evidence has lapsed.
    LAPSED,
    /// Could not be told from the evidence recorded.
    OPEN,
    /// No evidence that bears on it was ever recorded, or no check reads any.
    NOTHING;

    /// @param evidenceSeen whether evidence that bears on the control was recorded at all
    static Signal of(Outcome outcome, boolean evidenceSeen) {
        return switch (outcome) {
            case Outcome.Satisfied _ -> SATISFIED;
            case Outcome.NotSatisfied _ -> FINDINGS;
            case Outcome.Indeterminate(var gaps) when gaps.stream().anyMatch(Gap.Stale.class::isInstance) -> LAPSED;
            case Outcome.Indeterminate _ -> evidenceSeen ? OPEN : NOTHING;
            case Outcome.NotApplicable _ ->
                throw new IllegalArgumentException("only a person decides that a control is not applicable");
        };
    }
}
