package org.cairn.reports.pack;

import org.cairn.checklist.Outcome;

/// The kinds of [Outcome], to count and to word them.
public enum OutcomeKind {
    SATISFIED,
    NOT_SATISFIED,
    INDETERMINATE,
    NOT_APPLICABLE;

    public static OutcomeKind of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Satisfied _ -> SATISFIED;
            case Outcome.NotSatisfied _ -> NOT_SATISFIED;
            case Outcome.Indeterminate _ -> INDETERMINATE;
            case Outcome.NotApplicable _ -> NOT_APPLICABLE;
        };
    }
}
