package org.cairn.checklist.check;

import java.util.List;

/// A condition on one item of a population. A value the item does not have makes it unknown, never false: there is no
/// test for absence, because what was not observed proves nothing.
public sealed interface Condition {
    record Always() implements Condition {}

    record Holds(String value, ValueTest test) implements Condition {}

    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }
    }

    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    record Not(Condition condition) implements Condition {}
}
