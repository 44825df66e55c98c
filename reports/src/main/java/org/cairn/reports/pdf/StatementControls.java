package org.cairn.reports.pdf;

import java.util.List;
import org.cairn.reports.pack.Statement;
import org.cairn.reports.pack.StatementRow;
import org.cairn.reports.pack.StatementRow.Missing;

/// Every control of Annex A: in or out, why, and how far.
record StatementControls(Writing writing, Statement statement) implements Section {
    private static final int COLUMNS = 8;

    @Override
    public String anchor() {
        return "statement-controls";
    }

    @Override
    public Sheet sheet() {
        return Sheet.LANDSCAPE;
    }

    @Override
    public void write(Html into) {
        into.say(Tag.P, Look.LEAD, writing.text("statement.controls.lead"));
        Html rows = into.table(
                Look.DENSE,
                List.of(
                        Column.text(7, writing.text("column.number")),
                        Column.text(15, writing.text("column.control")),
                        Column.text(9, writing.text("statement.column.decision")),
                        Column.text(17, writing.text("column.reason")),
                        Column.text(12, writing.text("statement.column.implementation")),
                        Column.text(10, writing.text("column.owner")),
                        Column.text(17, writing.text("statement.column.risk-evidence")),
                        Column.text(13, writing.text("statement.column.change"))));
        statement.controls().forEach(row -> row(rows, row));
    }

    private void row(Html rows, StatementRow row) {
        if (row.row().state().isEmpty()) {
            Html heading = rows.add(Tag.TR, Look.GROUP_ROW);
            heading.say(Tag.TD, row.row().id().number());
            heading.add(Tag.TD).spanning(COLUMNS - 1).text(row.row().title());
            return;
        }
        StatementCells cells = new StatementCells(writing);
        Html line = rows.add(Tag.TR);
        line.say(Tag.TD, Look.NUMBER, row.row().id().number());
        line.say(Tag.TD, row.row().title());
        StatementCells.decision(writing, line.add(Tag.TD), row.decision());
        cells.said(line.add(Tag.TD), row.reason(), row.misses(Missing.REASON) || row.misses(Missing.DECISION));
        cells.implementation(line.add(Tag.TD), row);
        cells.owner(line.add(Tag.TD), row);
        Html both = line.add(Tag.TD);
        cells.risks(both.add(Tag.DIV), row);
        cells.evidence(both.add(Tag.DIV), row);
        cells.change(line.add(Tag.TD), row);
    }
}
