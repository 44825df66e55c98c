package org.cairn.reports.xlsx;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// One sheet: a head row and rows of as many cells.
/// @param name      of the sheet: at most 31 characters, as Excel demands
/// @param reference what formulas call the table, the same in every language
/// @param rows      made when they are asked for, where there may be very many
record Table(String name, String reference, List<Column> columns, List<List<Cell>> rows) {
    private static final int NAME_LIMIT = 31;

    Table {
        columns = List.copyOf(columns);
        if (name.length() > NAME_LIMIT) {
            throw new IllegalArgumentException("a sheet cannot be called " + name);
        }
        if (!reference.matches("[A-Za-z]{4,}")) {
            throw new IllegalArgumentException("a formula could take " + reference + " for a cell");
        }
        refuseAmbiguousTitles(columns, name);
    }

    /// @throws IllegalArgumentException where it has not a cell for each column
    List<Cell> row(int index) {
        List<Cell> row = rows.get(index);
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException("a row of " + name + " has not " + columns.size() + " cells");
        }
        return row;
    }

    /// Counted from 0: a table has a row below its head, be it an empty one.
    int lastRow() {
        return Math.max(1, rows.size());
    }

    /// Excel repairs a table whose heads are not unique, or span lines.
    private static void refuseAmbiguousTitles(List<Column> columns, String name) {
        Set<String> seen = new HashSet<>();
        for (Column column : columns) {
            if (!seen.add(column.title().toLowerCase(Locale.ROOT))
                    || column.title().isBlank()
                    || column.title().lines().count() > 1) {
                throw new IllegalArgumentException("a table of " + name + " cannot have a column " + column.title());
            }
        }
    }

    /// @param width    in characters
    /// @param statuses that its cells can hold, to be told apart by their fill too
    record Column(String title, int width, List<Cell.Status> statuses) {
        Column {
            statuses = List.copyOf(statuses);
        }

        Column(String title, int width) {
            this(title, width, List.of());
        }
    }
}
