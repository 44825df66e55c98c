package org.cairn.app.workbook;

import java.util.List;

/// A workbook that came back, read.
/// @param faults cells that could not be read; where there are any, nothing is taken
public record FilledForm(WorkbookOrigin origin, List<FilledRow> rows, List<CellFault> faults) {
    public FilledForm {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }
}
