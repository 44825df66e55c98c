package org.cairn.checklist;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a control relates to a requirement, read "the control is … the requirement" (NIST IR 8477, set theory
/// relationships).
public enum Relation {
    EQUAL,
    /// The control asks at least as much: it may close the requirement.
    SUPERSET_OF,
    /// The control is narrower: it only supports.
    SUBSET_OF,
    /// They overlap: it only supports.
    INTERSECTS_WITH,
    NO_RELATIONSHIP;

    /// As files and people spell it: `subset-of`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Empty for a word that is none.
    public static Optional<Relation> parse(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /// Whether a control in this relation may close the requirement on its own.
    public boolean mayClose() {
        return switch (this) {
            case EQUAL, SUPERSET_OF -> true;
            case SUBSET_OF, INTERSECTS_WITH, NO_RELATIONSHIP -> false;
        };
    }

    /// Whether it lends anything at all.
    public boolean supports() {
        return this != NO_RELATIONSHIP;
    }
}
