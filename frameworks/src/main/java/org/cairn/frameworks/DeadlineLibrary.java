package org.cairn.frameworks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.checklist.deadline.DeadlineRule;
import org.cairn.checklist.deadline.DeadlineRuleId;

/// Every rule about deadlines, in the order of frameworks and files.
public final class DeadlineLibrary {
    private final List<DeadlineRule> rules;
    private final Map<DeadlineRuleId, DeadlineRule> byId = new TreeMap<>();

    /// @throws IllegalArgumentException if two rules have one id
    DeadlineLibrary(List<DeadlineRule> rules) {
        this.rules = List.copyOf(rules);
        for (DeadlineRule rule : rules) {
            DeadlineRule other = byId.put(rule.id(), rule);
            if (other != null) {
                throw new IllegalArgumentException("deadline rule " + rule.id() + " stands in " + other.framework()
                        + " and in " + rule.framework());
            }
        }
    }

    public List<DeadlineRule> rules() {
        return rules;
    }

    public Optional<DeadlineRule> rule(DeadlineRuleId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// In order, for messages.
    public List<DeadlineRuleId> ids() {
        return new ArrayList<>(byId.keySet());
    }
}
