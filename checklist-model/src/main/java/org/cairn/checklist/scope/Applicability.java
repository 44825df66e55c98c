package org.cairn.checklist.scope;

import java.util.List;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.ScopeRule;

/// Whether a requirement applies, and why.
public sealed interface Applicability {
    /// @param rules   that say so; empty where no rule limits it, and it applies once its framework is adopted
    /// @param because the facts that it follows from
    record Applies(List<ScopeRule> rules, List<StatedFact> because) implements Applicability {
        public Applies {
            rules = List.copyOf(rules);
            because = List.copyOf(because);
        }
    }

    /// Not known: a fact is missing.
    /// @param missing the facts to find out; at least one
    record Unscoped(List<ScopeRule> rules, List<ScopeFact> missing) implements Applicability {
        public Unscoped {
            rules = List.copyOf(rules);
            missing = List.copyOf(missing);
            if (missing.isEmpty()) {
                throw new IllegalArgumentException("unscoped, and no fact is missing");
            }
        }
    }

    /// Does not apply.
    /// @param rules   that say so; at least one, but for a scope question, which its own fact answers
    /// @param because the facts that it follows from, each recorded; at least one
    record OutOfScope(List<ScopeRule> rules, List<StatedFact> because) implements Applicability {
        public OutOfScope {
            rules = List.copyOf(rules);
            because = List.copyOf(because);
            if (because.isEmpty()) {
                throw new IllegalArgumentException("out of scope without a recorded fact");
            }
        }
    }

    /// The rules that were looked at.
    List<ScopeRule> rules();
}
