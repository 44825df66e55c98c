package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.checklist.WorkState;
import org.cairn.checklist.event.EntryPlace;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.ReviewEvent.AnswerReviewed;
import org.cairn.checklist.event.ReviewEvent.AnswerReviewed.Decision;
import org.cairn.checklist.posture.RequirementPosture;
import org.cairn.proof.KeyId;
import org.cairn.reports.pack.AcceptedRisk;
import org.cairn.reports.pack.Approval;
import org.cairn.reports.pack.PackModel;
import org.cairn.reports.pack.Statement;

/// A pack's statement of applicability, where it is about the framework that asks for one.
record PackStatement(Parts parts, PackDraft draft) {
    Optional<Statement> statement(PackModel model, List<AcceptedRisk> risks) throws WorkspaceException {
        return Statement.of(model, risks, approvals());
    }

    /// Of answers that are accepted in the state that is shown, by the entry of the answer: the newest acceptance.
    private Map<Long, Approval> approvals() throws WorkspaceException {
        List<Recorded<AnswerReviewed>> accepted = accepted();
        Map<Long, Approval> approvals = new HashMap<>();
        for (RequirementPosture row : draft.framework().requirements()) {
            if (row.answer().isPresent() && row.workState() == WorkState.ACCEPTED) {
                Recorded<ControlAnswered> answer = row.answer().get();
                for (Recorded<AnswerReviewed> review : accepted) {
                    if (isOf(review, answer)) {
                        approvals.put(
                                answer.entry(),
                                new Approval(approvers(review, answer), review.entry(), review.recordedAt()));
                    }
                }
            }
        }
        return approvals;
    }

    /// Two people signed: the approver is whoever did not give the answer.
    private String approvers(Recorded<AnswerReviewed> review, Recorded<ControlAnswered> answer)
            throws WorkspaceException {
        List<String> names = new ArrayList<>();
        for (KeyId key : new EntrySigners(parts).keys(review)) {
            if (!key.equals(answer.actor())) {
                names.add(parts.names().of(key));
            }
        }
        return String.join(", ", names);
    }

    private List<Recorded<AnswerReviewed>> accepted() {
        return Stream.concat(
                        parts.log().all(AnswerReviewed.class, draft.times().size()).stream(),
                        parts.imports().counted(AnswerReviewed.class).stream()
                                .filter(review -> review.entry() < draft.times().size()))
                .filter(review -> review.event().decision() == Decision.ACCEPTED)
                .toList();
    }

    /// Both of this log, or both of the same other one.
    private static boolean isOf(Recorded<AnswerReviewed> review, Recorded<ControlAnswered> answer) {
        long reviewed = review.event().answer().entry();
        Optional<EntryPlace> place = answer.importedFrom();
        return place.isEmpty()
                ? review.importedFrom().isEmpty() && reviewed == answer.entry()
                : review.importedFrom()
                        .filter(from -> from.origin().equals(place.get().origin())
                                && reviewed == place.get().index())
                        .isPresent();
    }
}
