package org.cairn.checklist.check;

import java.util.List;

/// A rule over one piece of evidence, in three-valued logic (Kleene 1952, section 64: strong connectives).
/// A missing fact, a missing population or an incomplete one makes a rule unknown; nothing that is left out can make it
/// true. Texts named `finding` are templates: `{name}` stands for a value of the offending item, else for a fact.
public sealed interface Rule {
    /// A single observed fact passes a test.
    record Fact(String fact, ValueTest test, String finding) implements Rule {}

    /// No member meets `where`. Known to hold only if the population is complete.
    record NoItem(String population, Condition where, WhenEmpty whenEmpty, String finding) implements Rule {}

    /// Each member that meets `where` meets `must`. Known to hold only if the population is complete.
    record EveryItem(String population, Condition where, Condition must, WhenEmpty whenEmpty, String finding)
            implements Rule {}

    /// Some member meets `where`. Known to fail only if the population is complete.
    record AtLeastOne(String population, Condition where, String finding) implements Rule {}

    record All(List<Rule> rules) implements Rule {
        public All {
            rules = List.copyOf(rules);
        }
    }

    record Any(List<Rule> rules) implements Rule {
        public Any {
            rules = List.copyOf(rules);
        }
    }

    record Not(Rule rule, String finding) implements Rule {}

    /// What an empty population (or one where nothing meets `where` of [EveryItem]) says.
    enum WhenEmpty {
        /// Nothing was there to judge: indeterminate. The default.
        UNKNOWN,
        /// That there is none is what the check asks for.
        SATISFIED
    }
}
