package org.cairn.reports.pack;

import java.util.List;
import java.util.Optional;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.posture.RequirementState;

/// One row of a statement of applicability: what people recorded, and nothing else.
/// @param row        as in the requirement matrix
/// @param registered open risks of the register that name it, or a control of the checklist that supports it
/// @param risks      accepted on it, or on such a control
/// @param approval   of the answer, while it is accepted
public record StatementRow(
        RequirementRow row, List<RegisterRow> registered, List<AcceptedRisk> risks, Optional<Approval> approval) {
    public StatementRow {
        registered = List.copyOf(registered);
        risks = List.copyOf(risks);
    }

    /// Whether a control is needed here. Only people decide that: a check that passes includes nothing.
    public enum Decision {
        INCLUDED,
        EXCLUDED,
        UNDECIDED
    }

    /// What people say of how far it is done.
    public enum Implementation {
        IMPLEMENTED,
        ALTERNATIVE,
        PARTLY,
        PLANNED,
        NOT_IMPLEMENTED,
        /// Nobody said.
        NOT_STATED,
        /// It was left out.
        NOT_ASKED
    }

    /// What a row should say and does not.
    public enum Missing {
        DECISION,
        REASON,
        OWNER,
        RISK,
        EVIDENCE,
        APPROVAL
    }

    public Decision decision() {
        RequirementState state = row.state().orElse(RequirementState.NOT_ASSESSED);
        return switch (state) {
            case NOT_APPLICABLE, OUT_OF_SCOPE -> Decision.EXCLUDED;
            case NOT_ASSESSED, UNSCOPED -> Decision.UNDECIDED;
            case DEMONSTRATED, CLAIMED, SUPPORTED, CONTRADICTED, STALE, NOT_MET, INDETERMINATE, NOT_YET_APPLICABLE ->
                row.ownAnswer()
                        .map(answer ->
                                answer.status() == AnswerStatus.NOT_APPLICABLE ? Decision.EXCLUDED : Decision.INCLUDED)
                        .orElse(Decision.UNDECIDED);
        };
    }

    /// In the words of whoever decided; empty where nobody gave any.
    public String reason() {
        if (row.state().filter(state -> state == RequirementState.OUT_OF_SCOPE).isPresent()) {
            return row.scope();
        }
        return decision() == Decision.UNDECIDED
                ? ""
                : row.ownAnswer().map(Answer::note).orElse("").strip();
    }

    public Implementation implementation() {
        return switch (decision()) {
            case EXCLUDED -> Implementation.NOT_ASKED;
            case UNDECIDED -> Implementation.NOT_STATED;
            case INCLUDED ->
                row.ownAnswer().map(Answer::status).map(StatementRow::said).orElseThrow();
        };
    }

    private static Implementation said(AnswerStatus status) {
        return switch (status) {
            case MET -> Implementation.IMPLEMENTED;
            case ALTERNATIVE_DOCUMENTED -> Implementation.ALTERNATIVE;
            case PARTLY_MET -> Implementation.PARTLY;
            case NOT_YET_APPLICABLE -> Implementation.PLANNED;
            case NOT_MET -> Implementation.NOT_IMPLEMENTED;
            case NOT_APPLICABLE -> Implementation.NOT_ASKED;
        };
    }

    public boolean misses(Missing what) {
        Decision decision = decision();
        return switch (what) {
            case DECISION -> decision == Decision.UNDECIDED;
            case REASON -> decision != Decision.UNDECIDED && reason().isEmpty();
            case OWNER ->
                decision != Decision.UNDECIDED
                        && row.ownAnswer().map(Answer::owner).orElse("").isBlank();
            case RISK -> decision == Decision.INCLUDED && registered.isEmpty() && risks.isEmpty();
            case EVIDENCE ->
                implementation() != Implementation.NOT_STATED
                        && implementation() != Implementation.NOT_ASKED
                        && row.evidence().isEmpty();
            case APPROVAL -> decision != Decision.UNDECIDED && approval.isEmpty();
        };
    }
}
