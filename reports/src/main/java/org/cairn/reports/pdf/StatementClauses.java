package org.cairn.reports.pdf;

import java.util.List;
import org.cairn.reports.pack.Answer;
import org.cairn.reports.pack.Mark;
import org.cairn.reports.pack.Statement;
import org.cairn.reports.pack.StatementRow;
import org.cairn.reports.pack.StatementRow.Decision;

/// Clauses 4 to 10: they hold for whoever claims the standard, and cannot be left out.
record StatementClauses(Writing writing, Statement statement) implements Section {
    private static final int COLUMNS = 7;

    @Override
    public String anchor() {
        return "statement-clauses";
    }

    @Override
    public Sheet sheet() {
        return Sheet.LANDSCAPE;
    }

    @Override
    public void write(Html into) {
        into.say(Tag.P, Look.LEAD, writing.text("statement.clauses.lead"));
        Html rows = into.table(
                Look.DENSE,
                List.of(
                        Column.text(9, writing.text("column.number")),
                        Column.text(24, writing.text("column.requirement")),
                        Column.text(13, writing.text("column.state")),
                        Column.text(22, writing.text("column.own-answer")),
                        Column.text(11, writing.text("column.owner")),
                        Column.text(7, writing.text("column.evidence")),
                        Column.text(14, writing.text("statement.column.change"))));
        statement.clauses().forEach(row -> row(rows, row));
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
        Html state = line.add(Tag.TD);
        row.row().state().ifPresent(each -> writing.mark(state, each));
        Html answer = line.add(Tag.TD);
        row.row().ownAnswer().ifPresentOrElse(given -> answer(answer, given), () -> writing.notAnswered(answer));
        if (row.decision() == Decision.EXCLUDED) {
            answer.add(Tag.DIV).mark(Mark.BAD, writing.text("statement.clause-excluded"));
        }
        cells.owner(line.add(Tag.TD), row);
        cells.evidence(line.add(Tag.TD), row);
        cells.change(line.add(Tag.TD), row);
    }

    private void answer(Html into, Answer given) {
        writing.mark(into, given.status());
        if (!given.note().isBlank()) {
            into.add(Tag.DIV, Look.SUB).lines(given.note());
        }
    }
}
