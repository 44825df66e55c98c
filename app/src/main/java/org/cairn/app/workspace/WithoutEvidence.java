package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cairn.checklist.Control;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.checklist.posture.Posture;
import org.cairn.checklist.posture.RequirementPosture;
import org.cairn.checklist.posture.RequirementState;
import org.cairn.checklist.posture.Standing;
import org.cairn.evidence.EvidenceId;

/// What would stand otherwise if one piece of evidence were gone: it lapsed, was withdrawn or erased, and nothing newer
/// came. Judged by the same rules as everything else.
/// @param controls     that stand otherwise, or that nothing else would be attached to
/// @param requirements likewise
public record WithoutEvidence(EvidenceId evidence, List<OnControl> controls, List<OnRequirement> requirements) {
    public WithoutEvidence {
        controls = List.copyOf(controls);
        requirements = List.copyOf(requirements);
    }

    /// @param onlyAttached whether it is the only piece that is attached and counts
    public record OnControl(Control control, Standing now, Standing without, boolean onlyAttached) {
        public boolean standsOtherwise() {
            return now != without;
        }
    }

    /// @param onlyAttached as above, on the requirement's own row
    public record OnRequirement(
            RequirementPosture requirement, RequirementState now, RequirementState without, boolean onlyAttached) {
        public boolean standsOtherwise() {
            return now != without;
        }
    }

    /// @param now     with the piece
    /// @param without judged as if it were erased
    static WithoutEvidence between(EvidenceId piece, Posture now, Posture without) {
        List<OnControl> controls = new ArrayList<>();
        for (ControlPosture row : now.controls()) {
            Standing other = without.control(row.control().id())
                    .map(ControlPosture::standing)
                    .orElse(row.standing());
            OnControl on = new OnControl(row.control(), row.standing(), other, isOnly(row.linked(), piece));
            if (on.standsOtherwise() || on.onlyAttached()) {
                controls.add(on);
            }
        }
        return new WithoutEvidence(piece, controls, requirements(piece, now, without));
    }

    private static List<OnRequirement> requirements(EvidenceId piece, Posture now, Posture without) {
        List<OnRequirement> requirements = new ArrayList<>();
        Map<RequirementId, RequirementState> others = new HashMap<>();
        without.frameworks().values().stream()
                .flatMap(framework -> framework.requirements().stream())
                .forEach(row -> others.put(row.requirement().id(), row.state()));
        for (FrameworkPosture framework : now.frameworks().values()) {
            for (RequirementPosture row : framework.requirements()) {
                RequirementState other = others.getOrDefault(row.requirement().id(), row.state());
                OnRequirement on = new OnRequirement(row, row.state(), other, isOnly(row.linked(), piece));
                if (on.standsOtherwise() || on.onlyAttached()) {
                    requirements.add(on);
                }
            }
        }
        return requirements;
    }

    private static boolean isOnly(List<EvidenceId> linked, EvidenceId piece) {
        return linked.equals(List.of(piece));
    }
}
