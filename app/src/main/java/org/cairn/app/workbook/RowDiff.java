package org.cairn.app.workbook;

import java.util.List;
import org.cairn.checklist.Subject;

/// A row of which at least one cell was changed in the workbook.
/// @param here what the workspace says of the row now
public record RowDiff(Subject subject, int number, List<CellDiff> cells, AnswerValues here) {
    public RowDiff {
        cells = List.copyOf(cells);
    }

    public boolean conflict() {
        return cells.stream().anyMatch(CellDiff::conflict);
    }

    /// What would be said of the row.
    public AnswerValues merged(Decisions decisions) {
        AnswerValues merged = here;
        for (CellDiff cell : cells) {
            if (decisions.takes(subject, cell)) {
                merged = merged.with(cell.column(), cell.file());
            }
        }
        return merged;
    }
}
