package org.cairn.reports.xlsx;

import java.math.BigDecimal;

/// What a cell holds as it is stored. Nothing is worked out.
public sealed interface StoredCell {
    record Text(String text) implements StoredCell {}

    /// A day is a number too, counted as [StoredWorkbook] says.
    record Numeric(BigDecimal value) implements StoredCell {}

    /// @param formula as stored; its result is not looked at
    record Formula(String formula) implements StoredCell {}

    /// @param problem what is wrong with it, in words
    record Broken(String problem) implements StoredCell {}
}
