package org.cairn.reports.xlsx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.reports.pack.FollowUpRow;

/// What auditors asked for, and what became of it.
record FollowUpTable(Tables tables) {
    Table table() {
        return new Table(
                tables.words().text("sheet.follow-ups"),
                "FollowUp",
                tables.columns(
                        Map.of(),
                        "column.item:20",
                        "column.mark:14",
                        "column.due:12",
                        "column.state:44",
                        "column.auditor:28",
                        "column.auditor-said:60",
                        "column.entry:9"),
                tables.model().followUps().stream().map(FollowUpTable::row).toList());
    }

    private static List<Cell> row(FollowUpRow line) {
        return List.of(
                Cell.text(line.item()),
                Cell.text(line.mark()),
                line.due().<Cell>map(Cell.Day::new).orElseGet(Cell.Empty::new),
                Cell.text(line.state()),
                Cell.text(line.auditor()),
                Cell.text(line.remark()),
                Cell.number(Optional.of(line.entry())));
    }
}
