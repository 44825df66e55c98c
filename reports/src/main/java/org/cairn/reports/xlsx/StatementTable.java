package org.cairn.reports.xlsx;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.reports.pack.Answer;
import org.cairn.reports.pack.Approval;
import org.cairn.reports.pack.Statement;
import org.cairn.reports.pack.StatementRow;
import org.cairn.reports.pack.StatementRow.Missing;

/// The controls of Annex A as a statement of applicability shows them.
record StatementTable(Tables tables, Statement statement) {
    Table table() {
        return new Table(
                text("sheet.statement"),
                "Applicability",
                tables.columns(
                        Map.of(
                                "statement.column.decision", tables.statuses().decisions(),
                                "statement.column.implementation",
                                        tables.statuses().implementations(),
                                "column.state", tables.statuses().states()),
                        "column.number:10",
                        "column.control:40",
                        "statement.column.decision:16",
                        "column.reason:44",
                        "statement.column.implementation:20",
                        "column.state:20",
                        "column.owner:22",
                        "column.due:12",
                        "column.applies-from:12",
                        "statement.column.risk:30",
                        "column.evidence:16",
                        "column.recorded-utc:19",
                        "column.entry:9",
                        "column.author:22",
                        "statement.column.approved-by:22",
                        "statement.column.approved-at:19",
                        "statement.column.missing:24"),
                statement.decidable().stream().map(this::row).toList());
    }

    private List<Cell> row(StatementRow row) {
        Optional<Answer> answer = row.row().ownAnswer();
        return List.of(
                Cell.text(row.row().id().number()),
                Cell.text(row.row().title()),
                tables.statuses().of(row.decision()),
                Cell.text(row.reason()),
                tables.statuses().of(row.implementation()),
                row.row()
                        .state()
                        .<Cell>map(state -> tables.statuses().of(state))
                        .orElseGet(Cell.Empty::new),
                Cell.text(answer.map(Answer::owner).orElse("")),
                Cell.day(answer.flatMap(Answer::due)),
                Cell.day(answer.flatMap(Answer::appliesFrom)),
                Cell.lines(risks(row)),
                tables.evidence(row.row().evidence()),
                Cell.time(answer.map(Answer::recordedAt)),
                Cell.number(answer.map(Answer::entry)),
                Cell.text(answer.map(Answer::author).orElse("")),
                Cell.text(row.approval().map(Approval::by).orElse("")),
                Cell.time(row.approval().map(Approval::at)),
                Cell.lines(Arrays.stream(Missing.values())
                        .filter(row::misses)
                        .map(tables.words()::word)
                        .toList()));
    }

    private List<String> risks(StatementRow row) {
        return Stream.concat(
                        row.registered().stream().map(tables.wording()::risk),
                        row.risks().stream()
                                .map(risk -> tables.words()
                                        .text(
                                                "statement.risk",
                                                risk.id(),
                                                tables.words().word(risk.standing()),
                                                risk.until(),
                                                risk.entry())))
                .toList();
    }

    private String text(String key) {
        return tables.words().text(key);
    }
}
