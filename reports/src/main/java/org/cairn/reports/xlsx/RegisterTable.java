package org.cairn.reports.xlsx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.checklist.Subject;
import org.cairn.reports.pack.RegisterRow;
import org.cairn.reports.pack.RegisterRow.Acceptance;
import org.cairn.reports.xlsx.Statuses.RiskState;

/// The register of risks, a row each.
record RegisterTable(Tables tables) {
    Table table() {
        return new Table(
                text("sheet.register"),
                "Risks",
                tables.columns(
                        Map.of(
                                "column.state", tables.statuses().riskStates(),
                                "column.borne", tables.statuses().borne()),
                        "column.risk-id:18",
                        "column.risk:48",
                        "column.state:14",
                        "column.rows:24",
                        "column.likelihood-before:13",
                        "column.impact-before:13",
                        "column.score-before:10",
                        "column.treatment:14",
                        "column.likelihood-after:13",
                        "column.impact-after:13",
                        "column.score-after:10",
                        "column.borne:22",
                        "column.borne-until:14",
                        "column.borne-entry:9",
                        "column.owner:22",
                        "column.review:14",
                        "column.reason:48",
                        "column.evidence:16",
                        "column.entry:9",
                        "column.assessed-by:22",
                        "column.assessments:12",
                        "column.closed-by:12"),
                tables.model().register().stream().map(this::row).toList());
    }

    private List<Cell> row(RegisterRow risk) {
        return List.of(
                Cell.text(risk.id()),
                Cell.text(orErased(risk.title())),
                state(risk),
                Cell.lines(risk.subjects().stream().map(Subject::text).toList()),
                new Cell.Count(risk.inherent().likelihood()),
                new Cell.Count(risk.inherent().impact()),
                new Cell.Count(risk.inherent().score()),
                Cell.text(tables.words().word(risk.treatment())),
                new Cell.Count(risk.residual().likelihood()),
                new Cell.Count(risk.residual().impact()),
                new Cell.Count(risk.residual().score()),
                tables.statuses().of(risk.borne()),
                Cell.day(risk.acceptance().map(Acceptance::until)),
                Cell.number(risk.acceptance().map(Acceptance::entry)),
                Cell.text(orErased(risk.owner())),
                new Cell.Day(risk.review()),
                Cell.text(orErased(risk.reason())),
                tables.evidence(risk.evidence()),
                Cell.number(Optional.of(risk.assessment().entry())),
                Cell.text(risk.assessment().by()),
                new Cell.Count(risk.assessment().times()),
                Cell.number(risk.closed()));
    }

    private Cell state(RegisterRow risk) {
        if (risk.overdue(tables.model().today())) {
            return tables.statuses().of(RiskState.OVERDUE);
        }
        return tables.statuses().of(risk.open() ? RiskState.OPEN : RiskState.CLOSED);
    }

    private String orErased(String text) {
        return text.isEmpty() ? text("erased") : text;
    }

    private String text(String key) {
        return tables.words().text(key);
    }
}
