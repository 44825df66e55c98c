package org.cairn.reports.xlsx;

import java.util.List;

/// One sheet: a head row and rows of as many cells.
/// @param name of the sheet: at most 31 characters, as Excel demands
record Table(String name, List<Column> columns, List<List<Cell>> rows) {
    private static final int NAME_LIMIT = 31;

    Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        int width = columns.size();
        if (rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("a row of " + name + " has not " + width + " cells");
        }
        if (name.length() > NAME_LIMIT) {
            throw new IllegalArgumentException("a sheet cannot be called " + name);
        }
    }

    /// @param width in characters
    record Column(String title, int width) {}
}
