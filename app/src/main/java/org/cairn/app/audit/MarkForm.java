package org.cairn.app.audit;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.event.AuditMark;
import org.cairn.frameworks.Language;
import org.cairn.proof.Bytes;
import org.cairn.reports.xlsx.FormWorkbook;
import org.cairn.reports.xlsx.FormWorkbook.FormColumn;
import org.cairn.reports.xlsx.FormWorkbook.FormSheet;

/// The workbook in which an auditor marks what is in a pack.
public final class MarkForm {
    static final String ORIGIN_SHEET = "Cairn";
    static final String FORMAT = "cairn-audit-marks-1";

    private MarkForm() {}

    public static Bytes write(ReviewDraft draft, ItemTitles titles, Instant at) throws IOException {
        return FormWorkbook.write(List.of(items(draft, titles), help(titles.language()), origin(draft)), at);
    }

    static String sheetName(Language language) {
        return switch (language) {
            case EN -> "Items";
            case DE -> "Posten";
        };
    }

    private static FormSheet items(ReviewDraft draft, ItemTitles titles) {
        Language language = titles.language();
        List<String> marks = Arrays.stream(AuditMark.values())
                .map(mark -> AuditWords.mark(mark, language))
                .toList();
        return new FormSheet(
                sheetName(language),
                Arrays.stream(MarkColumn.values())
                        .map(column -> new FormColumn(
                                column.title(language),
                                column.width(),
                                column.fillIn(),
                                column == MarkColumn.MARK ? marks : List.of()))
                        .toList(),
                draft.shown().stream().map(item -> row(item, draft, titles)).toList());
    }

    private static List<String> row(ListedItem item, ReviewDraft draft, ItemTitles titles) {
        Language language = titles.language();
        Optional<MarkedItem> mark = draft.mark(item.item());
        return List.of(
                item.item().text(),
                titles.of(item),
                AuditWords.state(item.state(), language),
                mark.map(each -> AuditWords.mark(each.mark(), language)).orElse(""),
                mark.flatMap(MarkedItem::remark).orElse(""),
                mark.flatMap(MarkedItem::due).map(LocalDate::toString).orElse(""));
    }

    private static FormSheet help(Language language) {
        String title = language == Language.EN ? "How to fill in" : "Anleitung";
        List<String> lines = switch (language) {
            case EN ->
                List.of(
                        "Fill in the yellow columns of the sheet before this one and save as .xlsx. Leave rows empty that you say nothing about.",
                        "Mark: accepted, objection (something is wrong with it) or more needed (it may be right, and what is there does not show it).",
                        "Remark: what is wrong or missing. It is needed for the last two.",
                        "Due: until when you want to see something, as 2026-12-31. Not where accepted.",
                        "Then read it in and sign: cairn audit import FILE this.xlsx, cairn audit sign FILE --keys DIR --out REVIEW. Nothing counts before you signed.");
            case DE ->
                List.of(
                        "Füllen Sie die gelben Spalten des Blattes davor aus und speichern Sie als .xlsx. Zeilen, zu denen Sie nichts sagen, bleiben leer.",
                        "Urteil: anerkannt, Einwand (etwas daran ist falsch) oder mehr nötig (es mag stimmen, und was da ist, zeigt es nicht).",
                        "Anmerkung: was falsch ist oder fehlt. Bei den letzten beiden ist sie nötig.",
                        "Fällig: bis wann Sie etwas sehen wollen, als 2026-12-31. Nicht bei anerkannt.",
                        "Danach einlesen und signieren: cairn audit import DATEI diese.xlsx, cairn audit sign DATEI --keys ORDNER --out PRÜFUNG. Vor Ihrer Signatur zählt nichts.");
        };
        return new FormSheet(
                title,
                List.of(new FormColumn(title, 110, false, List.of())),
                lines.stream().map(List::of).toList());
    }

    private static FormSheet origin(ReviewDraft draft) {
        return new FormSheet(
                ORIGIN_SHEET,
                List.of(new FormColumn("what", 16, false, List.of()), new FormColumn("value", 70, false, List.of())),
                List.of(
                        List.of("format", FORMAT),
                        List.of("pack", draft.pack().packId()),
                        List.of("sums", draft.pack().sums().hex())));
    }
}
