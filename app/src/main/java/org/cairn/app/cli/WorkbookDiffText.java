package org.cairn.app.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workbook.AnswerColumn;
import org.cairn.app.workbook.CellDiff;
import org.cairn.app.workbook.CellFault;
import org.cairn.app.workbook.Decisions;
import org.cairn.app.workbook.RowDiff;
import org.cairn.app.workbook.WorkbookDiff;
import org.cairn.app.workspace.AnswerWorkbooks.Taken;
import org.cairn.checklist.AnswerStatus;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonNull;

/// What a workbook that came back changes, and what became of it.
record WorkbookDiffText(WorkbookDiff diff, Decisions decisions, Optional<Taken> taken) {
    private static final int SHOWN = 40;

    void print(PrintStream out) {
        out.println("workbook, SHA-256 " + Fingerprints.grouped(diff.file()) + ", exported at entry "
                + diff.origin().entries());
        out.println(diff.rows().size() + " rows changed, " + diff.unchanged() + " as exported");
        if (!diff.rows().isEmpty()) {
            Table table = new Table("row", "cell", "column", "exported", "here now", "workbook", "what becomes of it");
            for (RowDiff row : diff.rows()) {
                for (CellDiff cell : row.cells()) {
                    table.row(
                            row.subject().text(),
                            cell.cell(),
                            cell.column().code(),
                            shown(value(cell, cell.base())),
                            shown(value(cell, cell.here())),
                            shown(value(cell, cell.file())),
                            fate(row, cell).words());
                }
            }
            table.printTo(out);
        }
        diff.faults().forEach(fault -> out.println("▲ " + Table.printable(fault.words())));
        List<String> open = diff.open(decisions);
        if (!open.isEmpty()) {
            out.println("▲ both changed: " + String.join(", ", open)
                    + ". Decide each with --take ROW#COLUMN or --keep ROW#COLUMN (ROW or all for several)");
        }
        out.println(taken.map(each -> each.answers().size() + " answers recorded, entries "
                        + each.answers().getFirst() + " to " + each.answers().getLast() + "; entry " + each.entry()
                        + " names the workbook")
                .orElse("nothing was recorded"));
    }

    void csv(PrintStream out) {
        Csv csv = new Csv(out);
        csv.row("row", "cell", "column", "exported", "here", "workbook", "fate");
        diff.rows()
                .forEach(row -> row.cells()
                        .forEach(cell -> csv.row(
                                row.subject().text(),
                                cell.cell(),
                                cell.column().code(),
                                value(cell, cell.base()),
                                value(cell, cell.here()),
                                value(cell, cell.file()),
                                fate(row, cell).code())));
    }

    Json json() {
        return Json.object()
                .with("workbook", diff.file().hex())
                .with("exportedAt", diff.origin().entries())
                .with("unchanged", diff.unchanged())
                .with("rows", new JsonArray(diff.rows().stream().map(this::json).toList()))
                .with(
                        "faults",
                        new JsonArray(diff.faults().stream()
                                .map(WorkbookDiffText::json)
                                .toList()))
                .with("undecided", JsonOutput.texts(diff.open(decisions)))
                .with(
                        "entry",
                        taken.<Json>map(each -> Json.number(each.entry())).orElse(new JsonNull()))
                .with(
                        "answers",
                        new JsonArray(taken.map(Taken::answers).orElse(List.of()).stream()
                                .<Json>map(Json::number)
                                .toList()))
                .build();
    }

    private Json json(RowDiff row) {
        return Json.object()
                .with("subject", row.subject().text())
                .with(
                        "cells",
                        new JsonArray(row.cells().stream()
                                .<Json>map(cell -> Json.object()
                                        .with("cell", cell.cell())
                                        .with("column", cell.column().code())
                                        .with("exported", JsonOutput.text(value(cell, cell.base())))
                                        .with("here", JsonOutput.text(value(cell, cell.here())))
                                        .with("workbook", JsonOutput.text(value(cell, cell.file())))
                                        .with("fate", fate(row, cell).code())
                                        .build())
                                .toList()))
                .build();
    }

    private static Json json(CellFault fault) {
        return Json.object()
                .with("sheet", JsonOutput.text(fault.sheet()))
                .with("cell", fault.cell())
                .with("value", JsonOutput.text(fault.value()))
                .with("reason", JsonOutput.text(fault.reason()))
                .with("mend", fault.mend())
                .build();
    }

    private Fate fate(RowDiff row, CellDiff cell) {
        if (cell.sameHere()) {
            return Fate.SAME;
        }
        if (diff.open(decisions)
                .contains(row.subject().text() + "#" + cell.column().code())) {
            return Fate.UNDECIDED;
        }
        return row.merged(decisions).get(cell.column()).equals(cell.file()) ? Fate.TAKEN : Fate.KEPT;
    }

    private enum Fate {
        SAME("is so here already"),
        UNDECIDED("▲ both changed it: undecided"),
        TAKEN("taken"),
        KEPT("kept as it is here");

        private final String words;

        Fate(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        String code() {
            return OutcomeTexts.code(this);
        }
    }

    /// An answer as `--status` takes it.
    private static String value(CellDiff cell, String stored) {
        return cell.column() == AnswerColumn.ANSWER && !stored.isEmpty()
                ? OutcomeTexts.word(AnswerStatus.valueOf(stored))
                : stored;
    }

    private static String shown(String text) {
        String line = text.replace('\n', ' ');
        return line.isEmpty() ? "-" : line.length() <= SHOWN ? line : line.substring(0, SHOWN - 1) + "…";
    }
}
