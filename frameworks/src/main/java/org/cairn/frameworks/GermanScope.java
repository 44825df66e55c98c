package org.cairn.frameworks;

import java.util.Map;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.ScopeQuestion;
import org.cairn.checklist.ScopeRule;
import org.cairn.checklist.deadline.DeadlineRuleId;

/// What is asked of the scope and what follows from it, in German: the same values, with German words in them.
/// @param profiles  by their id
/// @param rules     by the rule in English
/// @param deadlines titles
record GermanScope(
        Map<ScopeFact, ScopeQuestion> questions,
        Map<String, ScopeProfile> profiles,
        Map<ScopeRule, ScopeRule> rules,
        Map<DeadlineRuleId, String> deadlines) {
    GermanScope {
        questions = Map.copyOf(questions);
        profiles = Map.copyOf(profiles);
        rules = Map.copyOf(rules);
        deadlines = Map.copyOf(deadlines);
    }
}
