package org.cairn.app.workbook;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.proof.Digest;

/// What a workbook that came back would change.
/// @param file      SHA-256 of its bytes
/// @param rows      with at least one changed cell, in the order of the file
/// @param unchanged how many rows say what was exported
/// @param faults    cells that cannot be taken; where there are any, nothing is
public record WorkbookDiff(
        Digest file, WorkbookOrigin origin, List<RowDiff> rows, int unchanged, List<CellFault> faults) {
    public WorkbookDiff {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /// `row#column` of conflicts that nobody decided.
    public List<String> open(Decisions decisions) {
        return rows.stream()
                .flatMap(row -> row.cells().stream()
                        .filter(cell -> decisions.leavesOpen(row.subject(), cell))
                        .map(cell -> row.subject().text() + "#" + cell.column().code()))
                .toList();
    }

    /// What was decided about something that is not in the diff: mostly a slip of the finger.
    public List<String> unknown(Decisions decisions) {
        Set<String> known = rows.stream()
                .flatMap(row -> Stream.concat(
                        Stream.of(Decisions.ALL, row.subject().text()),
                        row.cells().stream()
                                .map(cell -> row.subject().text() + "#"
                                        + cell.column().code())))
                .collect(Collectors.toSet());
        return Stream.concat(decisions.take().stream(), decisions.keep().stream())
                .filter(key -> !known.contains(key))
                .sorted()
                .toList();
    }

    /// Rows that would be answered anew.
    public List<RowDiff> taken(Decisions decisions) {
        return rows.stream()
                .filter(row -> !row.merged(decisions).equals(row.here()))
                .toList();
    }
}
