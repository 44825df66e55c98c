package org.cairn.checklist;

import java.util.List;

/// What has to be so of the scope. Whether it is, or cannot be told, is Kleene's strong three-valued logic (S. C.
/// Kleene, Introduction to Metamathematics, section 64).
public sealed interface ScopeCondition {
    /// A fact has this answer. Not told as long as the fact is unknown.
    record Is(ScopeFact fact, String answer) implements ScopeCondition {}

    /// A condition that has a name.
    /// @param title in words that follow "that it is"
    record Term(String id, String title, String citation, ScopeCondition condition) implements ScopeCondition {}

    record Not(ScopeCondition condition) implements ScopeCondition {}

    /// Holds if it has no part.
    record All(List<ScopeCondition> parts) implements ScopeCondition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /// Does not hold if it has no part.
    record Any(List<ScopeCondition> parts) implements ScopeCondition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /// What holds whatever the scope is.
    static ScopeCondition always() {
        return new All(List.of());
    }
}
