package org.cairn.checklist.posture;

import java.util.List;
import java.util.Optional;
import org.cairn.checklist.ApplicationDate;
import org.cairn.checklist.Mapping;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.WorkState;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.scope.RequirementScope;
import org.cairn.evidence.EvidenceId;

/// One assessable requirement as of one day.
/// @param mappings    the controls that reach it, in crosswalk order; empty if it is answered on its own row
/// @param answer      the answer on its own row that is valid then
/// @param counts      whether that answer counts
/// @param appliesFrom from when the law applies it, as then known
/// @param linked      evidence that people attached to its own row and that counts then
/// @param workState   how far the answer on its own row has come on its way to acceptance
/// @param cover       the risk acceptance that covers the row then; what is found stays found
/// @param scope       whether it applies, and why
/// @param competing   answers of different laptops that did not know of each other; empty unless the row is in conflict
public record RequirementPosture(
        Requirement requirement,
        RequirementState state,
        List<Mapping> mappings,
        Optional<Recorded<ControlAnswered>> answer,
        AnswerForce counts,
        Optional<ApplicationDate> appliesFrom,
        List<EvidenceId> linked,
        WorkState workState,
        Optional<RiskCover> cover,
        RequirementScope scope,
        List<Recorded<ControlAnswered>> competing) {
    public RequirementPosture {
        competing = List.copyOf(competing);
        mappings = List.copyOf(mappings);
        linked = List.copyOf(linked);
    }

    /// No control of the checklist reaches it.
    public boolean uncovered() {
        return mappings.stream().noneMatch(mapping -> mapping.relation().supports());
    }
}
