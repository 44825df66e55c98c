package org.cairn.checklist.posture;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.scope.Applicability;

/// The first, the third and the fifth table of `docs/judgement.md`.
final class Judgement {
    private Judgement() {}

    /// A control's standing.
    /// @param answer the status of an answer that counts
    static Standing standing(Optional<AnswerStatus> answer, Signal signal) {
        return answer.isEmpty() ? unanswered(signal) : answered(answer.get(), signal);
    }

    private static Standing unanswered(Signal signal) {
        return switch (signal) {
            case SATISFIED -> Standing.DEMONSTRATED;
            case FINDINGS -> Standing.NOT_MET;
            case LAPSED -> Standing.STALE;
            case OPEN -> Standing.INDETERMINATE;
            case NOTHING -> Standing.NOT_ASSESSED;
        };
    }

    private static Standing answered(AnswerStatus answer, Signal signal) {
        return switch (answer) {
            case MET, ALTERNATIVE_DOCUMENTED ->
                switch (signal) {
                    case SATISFIED -> Standing.DEMONSTRATED;
                    case FINDINGS -> Standing.CONTRADICTED;
                    case LAPSED -> Standing.STALE;
                    case OPEN, NOTHING -> Standing.CLAIMED;
                };
            case PARTLY_MET ->
                switch (signal) {
                    case FINDINGS -> Standing.NOT_MET;
                    case LAPSED -> Standing.STALE;
                    case SATISFIED, OPEN, NOTHING -> Standing.PARTLY;
                };
            case NOT_MET -> signal == Signal.SATISFIED ? Standing.CONTRADICTED : Standing.NOT_MET;
            case NOT_APPLICABLE -> signal == Signal.FINDINGS ? Standing.CONTRADICTED : Standing.NOT_APPLICABLE;
            case NOT_YET_APPLICABLE -> Standing.NOT_YET_APPLICABLE;
        };
    }

    /// The one of several contributions that decides.
    static Contribution deciding(Collection<Contribution> contributions) {
        return contributions.stream().min(Comparator.naturalOrder()).orElse(Contribution.SILENT);
    }

    /// A requirement's state.
    /// @param own          the status of an answer on its own row that counts
    /// @param deciding     from the controls that reach it
    /// @param lawAppliesIt whether the law applies it on the day asked for
    static RequirementState state(Optional<AnswerStatus> own, Contribution deciding, boolean lawAppliesIt) {
        if (own.isPresent()) {
            return withOwnAnswer(own.get(), deciding);
        }
        return switch (deciding) {
            case CONTRADICTED -> RequirementState.CONTRADICTED;
            case NOT_MET -> RequirementState.NOT_MET;
            case DEMONSTRATES -> RequirementState.DEMONSTRATED;
            case LAPSED, SUPPORT_LAPSED -> RequirementState.STALE;
            case CLAIMS -> RequirementState.CLAIMED;
            case SUPPORTS -> RequirementState.SUPPORTED;
            case UNDECIDED -> RequirementState.INDETERMINATE;
            case SILENT -> lawAppliesIt ? RequirementState.NOT_ASSESSED : RequirementState.NOT_YET_APPLICABLE;
        };
    }

    /// A requirement's state once it is known whether it applies: the fifth table.
    /// @param judged   as if it applied
    /// @param answered whether an answer on its own row counts
    static RequirementState scoped(RequirementState judged, Applicability applicability, boolean answered) {
        return switch (applicability) {
            case Applicability.Applies _ -> judged;
            case Applicability.Unscoped _ ->
                switch (judged) {
                    case NOT_MET, CONTRADICTED, NOT_APPLICABLE -> judged;
                    case DEMONSTRATED,
                            CLAIMED,
                            SUPPORTED,
                            STALE,
                            INDETERMINATE,
                            NOT_YET_APPLICABLE,
                            NOT_ASSESSED,
                            UNSCOPED,
                            OUT_OF_SCOPE -> RequirementState.UNSCOPED;
                };
            case Applicability.OutOfScope _ ->
                switch (judged) {
                    case NOT_APPLICABLE -> judged;
                    case NOT_MET, CONTRADICTED -> answered ? judged : RequirementState.OUT_OF_SCOPE;
                    case DEMONSTRATED,
                            CLAIMED,
                            SUPPORTED,
                            STALE,
                            INDETERMINATE,
                            NOT_YET_APPLICABLE,
                            NOT_ASSESSED,
                            UNSCOPED,
                            OUT_OF_SCOPE -> RequirementState.OUT_OF_SCOPE;
                };
        };
    }

    private static RequirementState withOwnAnswer(AnswerStatus own, Contribution deciding) {
        return switch (own) {
            case NOT_APPLICABLE -> RequirementState.NOT_APPLICABLE;
            case NOT_YET_APPLICABLE -> RequirementState.NOT_YET_APPLICABLE;
            case MET, ALTERNATIVE_DOCUMENTED ->
                switch (deciding) {
                    case CONTRADICTED, NOT_MET -> RequirementState.CONTRADICTED;
                    case DEMONSTRATES -> RequirementState.DEMONSTRATED;
                    case LAPSED -> RequirementState.STALE;
                    case CLAIMS, SUPPORTS, SUPPORT_LAPSED, UNDECIDED, SILENT -> RequirementState.CLAIMED;
                };
            case PARTLY_MET ->
                switch (deciding) {
                    case CONTRADICTED -> RequirementState.CONTRADICTED;
                    case NOT_MET -> RequirementState.NOT_MET;
                    case LAPSED -> RequirementState.STALE;
                    case DEMONSTRATES, CLAIMS, SUPPORTS, SUPPORT_LAPSED, UNDECIDED, SILENT ->
                        RequirementState.SUPPORTED;
                };
            case NOT_MET ->
                switch (deciding) {
                    case CONTRADICTED, DEMONSTRATES -> RequirementState.CONTRADICTED;
                    case NOT_MET, LAPSED, CLAIMS, SUPPORTS, SUPPORT_LAPSED, UNDECIDED, SILENT ->
                        RequirementState.NOT_MET;
                };
        };
    }
}
