package org.cairn.checklist.posture;

import java.util.HashMap;
import java.util.Map;
import org.cairn.checklist.WorkState;
import org.cairn.checklist.event.EntryPlace;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.ReviewEvent;
import org.cairn.checklist.event.ReviewEvent.AnswerReviewed;
import org.cairn.checklist.event.ReviewEvent.AnswerSubmitted;

/// How far each answer has come on its way to acceptance (fourth table of `docs/judgement.md`). A review is about one
/// answer: a corrected answer is another one and starts as a draft.
final class WorkStates {
    private final Map<EntryPlace, WorkState> states = new HashMap<>();

    /// What happens to an answer.
    enum Step {
        SUBMITTED,
        CHANGES_REQUESTED,
        ACCEPTED
    }

    /// Takes in a submission or a review, in the order of entries.
    /// @param place of the event: it names the answer by its entry in the same log
    void add(Recorded<? extends ReviewEvent> recorded, EntryPlace place) {
        switch (recorded.event()) {
            case AnswerSubmitted submitted -> step(place, submitted.answer().entry(), Step.SUBMITTED);
            case AnswerReviewed reviewed ->
                step(
                        place,
                        reviewed.answer().entry(),
                        switch (reviewed.decision()) {
                            case ACCEPTED -> Step.ACCEPTED;
                            case CHANGES_REQUESTED -> Step.CHANGES_REQUESTED;
                        });
            case ReviewEvent.AnswerWithdrawn _,
                    ReviewEvent.ProposalRejected _,
                    ReviewEvent.RiskAccepted _,
                    ReviewEvent.RiskAcceptanceEnded _,
                    ReviewEvent.BaselineApproved _ -> {}
        }
    }

    private void step(EntryPlace place, long answer, Step step) {
        states.merge(
                new EntryPlace(place.origin(), answer), after(WorkState.DRAFT, step), (state, _) -> after(state, step));
    }

    WorkState of(EntryPlace answer) {
        return states.getOrDefault(answer, WorkState.DRAFT);
    }

    static WorkState after(WorkState state, Step step) {
        return switch (step) {
            case SUBMITTED -> state == WorkState.ACCEPTED ? WorkState.ACCEPTED : WorkState.SUBMITTED;
            case CHANGES_REQUESTED -> WorkState.CHANGES_REQUESTED;
            case ACCEPTED -> WorkState.ACCEPTED;
        };
    }
}
