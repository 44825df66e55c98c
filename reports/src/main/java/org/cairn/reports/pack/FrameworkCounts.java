package org.cairn.reports.pack;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.cairn.checklist.posture.RequirementState;

/// How many assessable requirements of one framework stand where. Every state is a key.
public record FrameworkCounts(FrameworkEdition framework, Map<RequirementState, Integer> counts) {
    public FrameworkCounts {
        var complete = new EnumMap<RequirementState, Integer>(RequirementState.class);
        for (RequirementState state : RequirementState.values()) {
            int count = counts.getOrDefault(state, 0);
            if (count < 0) {
                throw new IllegalArgumentException(count + " requirements are " + state);
            }
            complete.put(state, count);
        }
        counts = Collections.unmodifiableMap(complete);
    }

    public int count(RequirementState state) {
        return counts.getOrDefault(state, 0);
    }

    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
