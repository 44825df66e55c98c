package org.cairn.checklist.posture;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.scope.ScopeState;

/// Everything that was so at `validAt`, as it was known at `knownAt`.
/// @param controls       every control, in checklist order
/// @param frameworks     the adopted ones
/// @param notCarried     adopted frameworks that this version of the product does not carry and cannot judge
/// @param scope          what was known of the scope
/// @param contradictions of controls in checklist order, then of requirements in reading order
public record Posture(
        Instant validAt,
        Instant knownAt,
        List<ControlPosture> controls,
        SortedMap<FrameworkId, FrameworkPosture> frameworks,
        List<FrameworkId> notCarried,
        ScopeState scope,
        List<Contradiction> contradictions) {
    public Posture {
        controls = List.copyOf(controls);
        frameworks = Collections.unmodifiableSortedMap(new TreeMap<>(frameworks));
        notCarried = List.copyOf(notCarried);
        contradictions = List.copyOf(contradictions);
    }

    public Optional<ControlPosture> control(ControlId id) {
        return controls.stream()
                .filter(posture -> posture.control().id().equals(id))
                .findFirst();
    }

    public Optional<FrameworkPosture> framework(FrameworkId id) {
        return Optional.ofNullable(frameworks.get(id));
    }
}
