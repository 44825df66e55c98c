package org.cairn.frameworks.own;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The columns of the table in which people write a framework.
enum Column {
    /// What the row is: see [RowKind].
    ROW,
    ID,
    PARENT,
    /// Of the framework itself: its version.
    REF,
    TITLE,
    TEXT,
    ASSESSABLE,
    MAPPED,
    RELATION,
    STRENGTH,
    RATIONALE,
    AUTHOR,
    DATE;

    /// What a row says.
    enum RowKind {
        FRAMEWORK,
        REQUIREMENT,
        MAPPING;

        /// Whether a row of this kind says something there.
        boolean uses(Column column) {
            return switch (column) {
                case ROW, ID -> true;
                case REF, TITLE, TEXT -> this != MAPPING;
                case PARENT, ASSESSABLE -> this == REQUIREMENT;
                case MAPPED, RELATION, STRENGTH, RATIONALE, AUTHOR, DATE -> this == MAPPING;
            };
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<RowKind> parse(String word) {
            return Arrays.stream(values())
                    .filter(each -> each.word().equalsIgnoreCase(word))
                    .findFirst();
        }
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Column> parse(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equalsIgnoreCase(word))
                .findFirst();
    }
}
