package org.cairn.checklist.posture;

import java.util.List;
import java.util.Optional;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Control;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.WorkState;
import org.cairn.checklist.check.CheckResult;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.EvidenceId;

/// One row of the checklist as of one day: what a person said and what evidence says, side by side.
/// @param answer    the answer that is valid then, whether or not it still counts
/// @param counts    how far that answer counts
/// @param outcome   combined from the checks; indeterminate (missing) where no check feeds the control
/// @param checks    each check that feeds it
/// @param standing  answer and outcome together
/// @param linked    evidence that people attached and that counts then, oldest entry first
/// @param workState how far the answer has come on its way to acceptance
/// @param cover     the risk acceptance that covers the row then; what is found stays found
/// @param competing answers of different laptops that did not know of each other; empty unless the row is in conflict
public record ControlPosture(
        Control control,
        Optional<Recorded<ControlAnswered>> answer,
        AnswerForce counts,
        Outcome outcome,
        List<CheckResult> checks,
        Standing standing,
        List<EvidenceId> linked,
        WorkState workState,
        Optional<RiskCover> cover,
        List<Recorded<ControlAnswered>> competing) {
    public ControlPosture {
        competing = List.copyOf(competing);
        checks = List.copyOf(checks);
        linked = List.copyOf(linked);
    }

    /// Answer and outcome cannot both be true. Shown first everywhere.
    public boolean contradiction() {
        return standing == Standing.CONTRADICTED;
    }

    /// The answer's status, if the answer counts.
    public Optional<AnswerStatus> status() {
        return counts == AnswerForce.COUNTS
                ? answer.map(recorded -> recorded.event().status())
                : Optional.empty();
    }
}
