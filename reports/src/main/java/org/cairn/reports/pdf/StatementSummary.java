package org.cairn.reports.pdf;

import java.util.List;
import org.cairn.reports.pack.Statement;
import org.cairn.reports.pack.StatementRow.Decision;
import org.cairn.reports.pack.StatementRow.Missing;

/// How many controls of Annex A are in, out or undecided, and what the statement does not say.
record StatementSummary(Writing writing, Statement statement) implements Section {
    @Override
    public String anchor() {
        return "statement-summary";
    }

    @Override
    public Sheet sheet() {
        return Sheet.PORTRAIT;
    }

    @Override
    public void write(Html into) {
        into.say(Tag.P, Look.LEAD, writing.text("statement.lead"));
        Html facts = into.add(Tag.TABLE, Look.FACTS);
        writing.fact(facts, "scope.organisation", writing.model().cover().organisation());
        writing.fact(facts, "sheet.scope", writing.model().scope().description());
        writing.fact(facts, "scope.state", writing.shownState());
        writing.fact(
                facts, "statement.controls", writing.count(statement.decidable().size()));
        for (Decision decision : Decision.values()) {
            Html value = writing.fact(facts, "Decision." + decision.name());
            StatementCells.decision(writing, value, decision);
            value.text(" " + writing.count(statement.count(decision)));
        }
        into.say(Tag.H3, writing.text("statement.missing"));
        into.say(Tag.P, writing.text("statement.missing.lead"));
        Html rows = into.table(
                Look.ROWS,
                List.of(
                        Column.text(24, writing.text("statement.column.missing")),
                        Column.number(10, writing.text("statement.column.count")),
                        Column.text(66, writing.text("column.controls"))));
        for (Missing what : Missing.values()) {
            List<String> numbers = statement.missing(what);
            Html row = rows.add(Tag.TR);
            row.say(Tag.TD, writing.words().word(what));
            row.say(Tag.TD, Look.RIGHT, writing.count(numbers.size()));
            numbers(row.add(Tag.TD), numbers);
        }
        writing.paragraphs(into, "statement.note");
    }

    /// A line ends between two numbers and nowhere else.
    private void numbers(Html into, List<String> numbers) {
        if (numbers.isEmpty()) {
            into.text(writing.text("none"));
        }
        for (int n = 0; n < numbers.size(); n++) {
            into.say(Tag.SPAN, Look.WHOLE, numbers.get(n) + (n + 1 < numbers.size() ? "," : ""))
                    .text(" ");
        }
    }
}
