package org.cairn.checklist.posture;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.Recorded;
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

    /// The answers that stand on a row: none, one, or all those in conflict.
    public List<Recorded<ControlAnswered>> standing(Subject subject) {
        return switch (subject) {
            case ControlId id ->
                control(id)
                        .map(row -> row.answer().map(List::of).orElse(row.competing()))
                        .orElse(List.of());
            case RequirementId id ->
                frameworks.values().stream()
                        .flatMap(framework -> framework.requirements().stream())
                        .filter(row -> row.requirement().id().equals(id))
                        .findFirst()
                        .map(row -> row.answer().map(List::of).orElse(row.competing()))
                        .orElse(List.of());
        };
    }

    /// The controls that say otherwise than the answer on a requirement's own row.
    public List<ControlId> gainsaying(RequirementPosture row) {
        return Contradictions.gainsaying(
                row, id -> control(id).map(ControlPosture::standing).orElse(null));
    }
}
