package org.cairn.frameworks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.checklist.Catalogue;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;

/// All guidance and objections, found by requirement.
final class GuidanceLibrary {
    private final Catalogue catalogue;
    private final Map<RequirementId, Guidance> guidance = new HashMap<>();
    private final Map<RequirementId, Objections> objections = new HashMap<>();

    GuidanceLibrary(Catalogue catalogue, List<Guidance> guidance, List<Objections> objections) {
        this.catalogue = catalogue;
        guidance.forEach(each -> this.guidance.put(each.requirement(), each));
        objections.forEach(each -> this.objections.put(each.node(), each));
    }

    Optional<Guidance> guidance(RequirementId id) {
        return Optional.ofNullable(guidance.get(id));
    }

    /// Those of the requirement itself, or of the nearest node above that has some.
    Optional<Objections> objections(RequirementId id) {
        Optional<RequirementId> node = Optional.of(id);
        while (node.isPresent() && !objections.containsKey(node.get())) {
            node = node.flatMap(catalogue::requirement).flatMap(Requirement::parent);
        }
        return node.map(objections::get);
    }
}
