package org.cairn.app.workbook;

import java.util.Map;
import java.util.Optional;
import org.cairn.reports.xlsx.StoredSheet;

/// A row that came back.
/// @param sheet   as the file calls it
/// @param number  of the row, as a spreadsheet shows it
/// @param columns where each value stands, counted from 0
/// @param hidden  why people do not see it; empty where they do
public record FilledRow(
        String subject,
        String sheet,
        int number,
        AnswerValues values,
        Map<AnswerColumn, Integer> columns,
        Map<AnswerColumn, String> hidden) {
    public FilledRow {
        columns = Map.copyOf(columns);
        hidden = Map.copyOf(hidden);
    }

    public String cell(AnswerColumn column) {
        return StoredSheet.reference(number, columns.getOrDefault(column, 0));
    }

    public Optional<String> hiddenBecause(AnswerColumn column) {
        return Optional.ofNullable(hidden.get(column));
    }

    /// A fault of one of its cells.
    public CellFault fault(AnswerColumn column, String reason, String mend) {
        return new CellFault(sheet, cell(column), values.get(column), reason, mend);
    }
}
