package org.cairn.app.objection;

import java.util.List;
import java.util.Optional;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.Subject;
import org.cairn.checklist.WorkState;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.posture.AnswerForce;
import org.cairn.checklist.posture.RequirementState;
import org.cairn.evidence.EvidenceId;

/// One row as it would be handed over.
/// @param contradiction both sides in one sentence, where they cannot both be true
/// @param evidence      all that it rests on: named by the answer, attached, read by its checks
/// @param attached      of these what is attached and counts
/// @param checks        what its checks say; empty for a requirement
/// @param state         of a requirement
public record ObjectionRow(
        Subject subject,
        Optional<ControlAnswered> answer,
        AnswerForce counts,
        WorkState workState,
        Optional<String> contradiction,
        Optional<String> note,
        List<EvidenceId> evidence,
        List<EvidenceId> attached,
        List<Outcome> checks,
        Optional<RequirementState> state) {
    public ObjectionRow {
        evidence = List.copyOf(evidence);
        attached = List.copyOf(attached);
        checks = List.copyOf(checks);
    }

    /// The answer, if it counts.
    Optional<ControlAnswered> counting() {
        return counts == AnswerForce.COUNTS ? answer : Optional.empty();
    }
}
