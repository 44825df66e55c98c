package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.List;
import org.cairn.checklist.Control;
import org.cairn.checklist.Mapping;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.checklist.posture.Posture;
import org.cairn.checklist.posture.RequirementPosture;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.frameworks.crosswalk.Hop;
import org.cairn.frameworks.crosswalk.Web;

/// What one piece of evidence serves: the controls that a check over it feeds or that a person attached it to, and the
/// requirements of adopted frameworks that these reach. It says where to look, and nothing about what the evidence
/// shows.
/// @param requirements those that a person attached it to on their own row
public record EvidenceBearing(RecordedEvidence evidence, List<OnControl> controls, List<OnRequirement> requirements) {
    /// @param checks   that read it; empty where a person attached it
    /// @param mappings to requirements of adopted frameworks, in crosswalk order
    public record OnControl(Control control, List<CheckDefinition> checks, List<Mapping> mappings) {
        public OnControl {
            checks = List.copyOf(checks);
            mappings = List.copyOf(mappings);
        }
    }

    /// @param linked rows to requirements of other adopted frameworks, strongest first
    public record OnRequirement(RequirementPosture requirement, List<Hop> linked) {
        public OnRequirement {
            linked = List.copyOf(linked);
        }
    }

    public EvidenceBearing {
        controls = List.copyOf(controls);
        requirements = List.copyOf(requirements);
    }

    public static EvidenceBearing of(RecordedEvidence evidence, Posture posture, Knowledge knowledge) {
        List<OnControl> controls = new ArrayList<>();
        for (ControlPosture row : posture.controls()) {
            List<CheckDefinition> checks = knowledge
                    .checks()
                    .feeding(row.control().id())
                    .stream()
                    .filter(check -> check.judges().contains(evidence.evidence().collector()))
                    .toList();
            if (!checks.isEmpty() || row.linked().contains(evidence.id())) {
                controls.add(new OnControl(row.control(), checks, mappings(row.control(), posture, knowledge)));
            }
        }
        return new EvidenceBearing(evidence, controls, onRequirements(evidence, posture, knowledge));
    }

    private static List<Mapping> mappings(Control control, Posture posture, Knowledge knowledge) {
        return knowledge.library().crosswalk().requirementsReachedBy(control.id()).stream()
                .filter(row -> posture.framework(row.requirement().framework()).isPresent())
                .toList();
    }

    private static List<OnRequirement> onRequirements(RecordedEvidence evidence, Posture posture, Knowledge knowledge) {
        List<OnRequirement> requirements = new ArrayList<>();
        Web web = knowledge.library().web();
        for (FrameworkPosture framework : posture.frameworks().values()) {
            framework.requirements().stream()
                    .filter(row -> row.linked().contains(evidence.id()))
                    .map(row -> new OnRequirement(
                            row,
                            web.from(row.requirement().id()).stream()
                                    .filter(hop -> adopted(hop, posture))
                                    .toList()))
                    .forEach(requirements::add);
        }
        return requirements;
    }

    private static boolean adopted(Hop hop, Posture posture) {
        return hop.to() instanceof RequirementId id
                && posture.framework(id.framework()).isPresent();
    }
}
