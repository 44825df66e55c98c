package org.cairn.reports.xlsx;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// One sheet as it is stored.
/// @param hidden        whether people do not see it
/// @param hiddenColumns counted from 0
public record StoredSheet(String name, boolean hidden, Set<Integer> hiddenColumns, List<Row> rows) {
    public StoredSheet {
        hiddenColumns = Set.copyOf(hiddenColumns);
        rows = List.copyOf(rows);
    }

    /// @param number as a spreadsheet shows it, from 1
    /// @param cells  by column, counted from 0; those that hold something
    public record Row(int number, boolean hidden, SortedMap<Integer, StoredCell> cells) {
        public Row {
            cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
        }

        public Optional<StoredCell> cell(int column) {
            return Optional.ofNullable(cells.get(column));
        }
    }

    /// As spreadsheets name a cell: `C14`.
    public static String reference(int row, int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.append(row).toString();
    }
}
