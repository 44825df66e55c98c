package org.cairn.app.objection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Subject;
import org.cairn.checklist.WorkState;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.posture.RequirementState;

/// What an auditor would say of what people said.
/// @param reasons on how many rows the same reason stands
record AnswerObjections(LocalDate today, Map<String, Integer> reasons) {
    List<Objection> of(ObjectionRow row) {
        List<Objection> found = new ArrayList<>();
        Subject subject = row.subject();
        row.contradiction().ifPresent(text -> found.add(Objection.on(subject, ObjectionKind.CONTRADICTED, text)));
        switch (row.counts()) {
            case CONFLICT -> found.add(Objection.on(subject, ObjectionKind.CONFLICTING));
            case TEXT_CHANGED, DAY_HAS_COME -> found.add(Objection.on(subject, ObjectionKind.OUTDATED_ANSWER));
            case NO_ANSWER, COUNTS -> {}
        }
        row.state().flatMap(AnswerObjections::open).ifPresent(kind -> found.add(Objection.on(subject, kind)));
        row.counting().ifPresent(answer -> answered(row, answer, found));
        return found;
    }

    private static Optional<ObjectionKind> open(RequirementState state) {
        return switch (state) {
            case NOT_ASSESSED -> Optional.of(ObjectionKind.NOT_ANSWERED);
            case UNSCOPED -> Optional.of(ObjectionKind.SCOPE_UNKNOWN);
            case DEMONSTRATED,
                    CLAIMED,
                    SUPPORTED,
                    CONTRADICTED,
                    STALE,
                    NOT_MET,
                    INDETERMINATE,
                    NOT_APPLICABLE,
                    NOT_YET_APPLICABLE,
                    OUT_OF_SCOPE -> Optional.empty();
        };
    }

    private void answered(ObjectionRow row, ControlAnswered answer, List<Objection> found) {
        Subject subject = row.subject();
        if (Reasons.needsOne(answer)
                && row.note().filter(note -> Reasons.generic(note, reasons)).isPresent()) {
            found.add(Objection.on(
                    subject, ObjectionKind.GENERIC_REASON, row.note().orElse("")));
        }
        if (answer.owner().isEmpty() && answer.status() != AnswerStatus.MET) {
            found.add(Objection.on(subject, ObjectionKind.NO_OWNER));
        }
        if (answer.due().filter(day -> day.isBefore(today)).isPresent() && answer.status() != AnswerStatus.MET) {
            found.add(Objection.on(
                    subject, ObjectionKind.OVERDUE, answer.due().orElseThrow().toString()));
        }
        if (answer.due().isEmpty() && isWorkLeft(answer.status())) {
            found.add(Objection.on(subject, ObjectionKind.NO_DUE_DAY));
        }
        if (row.workState() != WorkState.ACCEPTED) {
            found.add(Objection.on(subject, ObjectionKind.NOT_ACCEPTED));
        }
    }

    private static boolean isWorkLeft(AnswerStatus status) {
        return status == AnswerStatus.PARTLY_MET || status == AnswerStatus.NOT_MET;
    }
}
