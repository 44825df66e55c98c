package org.cairn.reports.xlsx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.cairn.checklist.posture.RequirementState;
import org.cairn.reports.pack.Cover;
import org.cairn.reports.pack.FrameworkCounts;
import org.cairn.reports.pack.Mark;
import org.cairn.reports.pack.OutcomeKind;
import org.cairn.reports.pack.PackModel;
import org.cairn.reports.pack.ReportWords;

/// The first sheet: what the pack is, where requirements and controls stand, and the limits.
record SummarySheet(PackModel model, ReportWords words) {
    private static final int LABEL_WIDTH = 30;
    private static final int COUNT_WIDTH = 10;
    private static final int TEXT_WIDTH = 72;
    private static final int WIDTH_UNITS_PER_CHARACTER = 256;

    void write(SheetWriter writer) {
        SXSSFSheet sheet = writer.workbook().createSheet(words.text("sheet.summary"));
        int at = 0;
        for (List<Cell> row : rows()) {
            SXSSFRow line = sheet.createRow(at);
            writer.write(line, row);
            if (row.size() == 2) {
                line.setHeightInPoints(SheetWriter.height(row, List.of(LABEL_WIDTH, COUNT_WIDTH + TEXT_WIDTH)));
                if (!(row.get(1) instanceof Cell.Count)) {
                    sheet.addMergedRegion(new CellRangeAddress(at, at, 1, 2));
                }
            }
            at++;
        }
        sheet.setColumnWidth(0, LABEL_WIDTH * WIDTH_UNITS_PER_CHARACTER);
        sheet.setColumnWidth(1, COUNT_WIDTH * WIDTH_UNITS_PER_CHARACTER);
        sheet.setColumnWidth(2, TEXT_WIDTH * WIDTH_UNITS_PER_CHARACTER);
        sheet.setDisplayGridlines(false);
        writer.setUpPage(sheet, Workbook.named(model.cover()));
    }

    private List<List<Cell>> rows() {
        List<List<Cell>> rows = new ArrayList<>(facts());
        for (FrameworkCounts counts : model.posture()) {
            rows.add(List.of());
            rows.add(List.of(
                    Cell.text(counts.framework().title()),
                    Cell.text(words.text(
                            "posture.requirements",
                            words.count(counts.total()),
                            counts.framework().version()))));
            Arrays.stream(RequirementState.values())
                    .forEach(state -> rows.add(List.of(
                            new Cell.Status(Mark.of(state), words.word(state)), new Cell.Count(counts.count(state)))));
        }
        rows.add(List.of());
        rows.add(List.of(
                Cell.text(words.text("posture.controls")),
                new Cell.Count(model.controls().size())));
        Arrays.stream(OutcomeKind.values())
                .forEach(kind -> rows.add(List.of(
                        new Cell.Status(Mark.of(kind), words.word(kind)),
                        new Cell.Count(model.controls().stream()
                                .filter(page -> OutcomeKind.of(page.outcome()) == kind)
                                .count()))));
        rows.add(List.of(
                new Cell.Status(Mark.CONTRADICTED, words.text("section.contradictions")),
                new Cell.Count(model.contradictions().size())));
        rows.add(List.of());
        words.paragraphs("limits")
                .forEach(limit -> rows.add(List.of(Cell.text(words.text("section.limits")), Cell.text(limit))));
        return rows;
    }

    private List<List<Cell>> facts() {
        Cover cover = model.cover();
        return List.of(
                fact("cover.pack", Cell.text(cover.packId())),
                fact("sheet.kind", Cell.text(words.word(cover.kind()))),
                fact("scope.organisation", Cell.text(cover.organisation())),
                fact("column.framework", Cell.text(cover.framework().title())),
                fact("column.version", Cell.text(cover.framework().version())),
                fact("column.read-on", new Cell.Day(cover.framework().readOn())),
                fact("column.content", Cell.text(cover.framework().content().hex())),
                fact("sheet.period-from", new Cell.Time(cover.periodFrom())),
                fact("sheet.period-to", new Cell.Time(cover.periodTo())),
                fact("sheet.valid-at", new Cell.Time(cover.validAt())),
                fact("sheet.known-at", new Cell.Time(cover.knownAt())),
                fact("sheet.known-entries", new Cell.Count(cover.shown().entries())),
                fact("sheet.issued-at", new Cell.Time(cover.issuedAt())),
                fact("cover.signed-by", Cell.text(cover.issuer().name())),
                fact(
                        "cover.root-certificate",
                        Cell.text(cover.issuer().rootCertificate().hex())),
                fact("cover.origin", Cell.text(model.ledger().origin())),
                fact("ledger.size", new Cell.Count(model.ledger().size())),
                fact("ledger.root", Cell.text(model.ledger().root().hex())),
                fact(
                        "scope.roles",
                        Cell.text(String.join(
                                ", ", words.terms("binds", model.scope().roles())))),
                fact("scope.hosts", Cell.text(String.join(", ", model.scope().hosts()))),
                fact("sheet.scope", Cell.text(model.scope().description())));
    }

    private List<Cell> fact(String key, Cell value) {
        return List.of(Cell.text(words.text(key)), value);
    }
}
