package org.cairn.reports.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cairn.reports.pack.Dates;
import org.cairn.reports.xlsx.Statuses.When;

/// Dates and deadlines, the overdue ones first, then those ahead, then duties without a clock.
record DatesTable(Tables tables) {
    Table table() {
        Dates dates = tables.model().dates();
        List<List<Cell>> rows = new ArrayList<>();
        dates.overdue().forEach(line -> rows.add(row(When.OVERDUE, line)));
        dates.coming().forEach(line -> rows.add(row(When.COMING, line)));
        dates.untimed().forEach(duty -> rows.add(row(duty)));
        return new Table(
                text("sheet.dates"),
                "Dates",
                tables.columns(
                        Map.of("column.when", tables.statuses().when()),
                        "column.when:20",
                        "column.day:12",
                        "column.at-utc:19",
                        "column.kind:28",
                        "column.due-what:64",
                        "column.limits:30",
                        "column.citation:50",
                        "column.bearing:30",
                        "column.entry:9"),
                rows);
    }

    private List<Cell> row(When when, Dates.Line line) {
        return List.of(
                tables.statuses().of(when),
                new Cell.Day(line.day()),
                Cell.time(line.at()),
                Cell.text(tables.words().word(line.kind())),
                Cell.text(line.what()),
                new Cell.Empty(),
                Cell.text(line.citation()),
                Cell.text(tables.words().word(line.bearing())),
                Cell.number(line.entry()));
    }

    private List<Cell> row(Dates.Untimed duty) {
        return List.of(
                tables.statuses().of(When.UNTIMED),
                new Cell.Empty(),
                new Cell.Empty(),
                new Cell.Empty(),
                Cell.text(duty.what()),
                Cell.text(duty.limits()),
                Cell.text(duty.citation()),
                Cell.text(tables.words().word(duty.bearing())),
                new Cell.Empty());
    }

    private String text(String key) {
        return tables.words().text(key);
    }
}
