package org.cairn.app.workbook;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cairn.checklist.AnswerStatus;
import org.cairn.frameworks.Language;
import org.cairn.proof.Bytes;
import org.cairn.reports.pack.ReportWords;
import org.cairn.reports.xlsx.FormWorkbook;
import org.cairn.reports.xlsx.FormWorkbook.FormColumn;
import org.cairn.reports.xlsx.FormWorkbook.FormSheet;

/// The workbook that is exported: answers to fill in, how to, and which state they are from.
public final class AnswerForm {
    static final String ORIGIN_SHEET = "Cairn";
    static final String FORMAT = "cairn-answers-1";

    private AnswerForm() {}

    public static Bytes write(List<AnswerRow> rows, WorkbookOrigin origin, Language language, Instant at)
            throws IOException {
        return FormWorkbook.write(List.of(answers(rows, language), help(language), origin(origin, at)), at);
    }

    static String sheetName(Language language) {
        return switch (language) {
            case EN -> "Answers";
            case DE -> "Antworten";
        };
    }

    static String rowTitle(Language language) {
        return switch (language) {
            case EN -> "Row";
            case DE -> "Zeile";
        };
    }

    private static FormSheet answers(List<AnswerRow> rows, Language language) {
        ReportWords words = ReportWords.in(language);
        List<FormColumn> columns = new ArrayList<>();
        columns.add(new FormColumn(rowTitle(language), 18, false, List.of()));
        columns.add(new FormColumn(language == Language.EN ? "Title" : "Titel", 60, false, List.of()));
        for (AnswerColumn column : AnswerColumn.values()) {
            columns.add(new FormColumn(column.title(language), column.width(), true, choices(column, words)));
        }
        return new FormSheet(
                sheetName(language),
                columns,
                rows.stream().map(row -> row(row, words)).toList());
    }

    private static List<String> row(AnswerRow row, ReportWords words) {
        List<String> texts = new ArrayList<>(List.of(row.subject().text(), row.title()));
        for (AnswerColumn column : AnswerColumn.values()) {
            texts.add(
                    column == AnswerColumn.ANSWER
                            ? row.values().status().map(words::word).orElse("")
                            : row.values().get(column));
        }
        return texts;
    }

    private static List<String> choices(AnswerColumn column, ReportWords words) {
        return switch (column) {
            case ANSWER -> Arrays.stream(AnswerStatus.values()).map(words::word).toList();
            case DOCUMENTATION, IMPLEMENTATION ->
                IntStream.rangeClosed(0, 5).mapToObj(Integer::toString).toList();
            case NOTE, OWNER, DUE, APPLIES_FROM -> List.of();
        };
    }

    private static FormSheet help(Language language) {
        List<String> lines = switch (language) {
            case EN ->
                List.of(
                        "Fill in the yellow columns of the sheet before this one, save as .xlsx and send the file back.",
                        "Answer: choose one of the list. Not applicable and alternative need a note that says why; not yet applicable needs the day.",
                        "Days are written 2026-12-31. Documentation and implementation are numbers from 0 to 5; both or none.",
                        "Leave rows alone that you have nothing to say about. Do not change the grey columns, add rows, or write formulas.",
                        "Whoever takes the file in sees every cell that you changed, and signs what is taken. Nothing here counts before.");
            case DE ->
                List.of(
                        "Füllen Sie die gelben Spalten des Blattes davor aus, speichern Sie als .xlsx und senden Sie die Datei zurück.",
                        "Antwort: aus der Liste wählen. Nicht anwendbar und Alternative brauchen eine Bemerkung mit dem Grund; noch nicht anwendbar braucht den Tag.",
                        "Tage werden 2026-12-31 geschrieben. Dokumentation und Umsetzung sind Zahlen von 0 bis 5; beide oder keine.",
                        "Lassen Sie Zeilen, zu denen Sie nichts sagen, wie sie sind. Ändern Sie keine grauen Spalten, fügen Sie keine Zeilen hinzu, schreiben Sie keine Formeln.",
                        "Wer die Datei übernimmt, sieht jede geänderte Zelle und signiert, was übernommen wird. Vorher zählt nichts davon.");
        };
        return new FormSheet(
                language == Language.EN ? "How to fill in" : "Anleitung",
                List.of(new FormColumn(
                        language == Language.EN ? "How to fill in" : "Anleitung", 110, false, List.of())),
                lines.stream().map(List::of).toList());
    }

    private static FormSheet origin(WorkbookOrigin origin, Instant at) {
        return new FormSheet(
                ORIGIN_SHEET,
                List.of(new FormColumn("what", 16, false, List.of()), new FormColumn("value", 70, false, List.of())),
                List.of(
                        List.of("format", FORMAT),
                        List.of("log", origin.log()),
                        List.of("entries", Long.toString(origin.entries())),
                        List.of("root", origin.root().hex()),
                        List.of("exported", at.toString())));
    }
}
