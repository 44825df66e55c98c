package org.cairn.checklist.posture;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cairn.checklist.Framework;
import org.cairn.checklist.event.Event.FrameworkAdopted;
import org.cairn.checklist.event.Recorded;

/// One adopted framework as of one day.
/// @param adoption     the entry that adopted it
/// @param requirements its assessable requirements, in reading order
public record FrameworkPosture(
        Framework framework, Recorded<FrameworkAdopted> adoption, List<RequirementPosture> requirements) {
    public FrameworkPosture {
        requirements = List.copyOf(requirements);
    }

    /// Whether the list that is judged here is, byte for byte, the one that was adopted.
    public boolean sameEdition() {
        return adoption.event().content().equals(framework.content());
    }

    /// How many requirements are in each state; every state is a key.
    public Map<RequirementState, Long> counts() {
        Map<RequirementState, Long> counts = new EnumMap<>(RequirementState.class);
        for (RequirementState state : RequirementState.values()) {
            counts.put(state, 0L);
        }
        requirements.forEach(requirement -> counts.merge(requirement.state(), 1L, Long::sum));
        return Collections.unmodifiableMap(counts);
    }

    /// How many have been judged at all: progress of the work, never a degree of compliance.
    public long assessed() {
        return requirements.stream()
                .filter(requirement -> requirement.state().assessed())
                .count();
    }

    /// Those that no control of the checklist reaches, answered or not.
    public List<RequirementPosture> uncovered() {
        return requirements.stream().filter(RequirementPosture::uncovered).toList();
    }
}
