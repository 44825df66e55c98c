package org.cairn.reports.xlsx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.cairn.checklist.posture.RequirementState;
import org.cairn.reports.pack.Cover;
import org.cairn.reports.pack.FrameworkCounts;
import org.cairn.reports.pack.Freshness;
import org.cairn.reports.pack.Mark;
import org.cairn.reports.pack.OutcomeKind;
import org.cairn.reports.pack.PackModel;
import org.cairn.reports.pack.ReportWords;
import org.cairn.reports.pack.VisibleText;

/// The first sheet: what the pack is, where requirements, controls and evidence stand, in numbers and drawn, and the
/// limits.
final class SummarySheet {
    private static final int LABEL_WIDTH = 30;
    private static final int COLUMN_WIDTH = 17;
    private static final int WIDTH_UNITS_PER_CHARACTER = 256;

    /// Columns beside the labels, where there are fewer frameworks.
    private static final int LEAST_COLUMNS = 5;

    private static final int ROWS_BESIDE_A_CHART = 14;
    private static final int ROWS_OF_A_LEGEND = 12;

    private final PackModel model;
    private final ReportWords words;
    private final Statuses statuses;
    private final SheetWriter writer;
    private final SXSSFSheet sheet;
    private final Charts charts;
    private final int lastColumn;
    private int at;

    private SummarySheet(PackModel model, ReportWords words, SheetWriter writer) {
        this.model = model;
        this.words = words;
        this.statuses = new Statuses(words);
        this.writer = writer;
        this.sheet = writer.workbook().createSheet(words.text("sheet.summary"));
        this.charts = new Charts(writer.workbook().whole(sheet));
        this.lastColumn = Math.max(LEAST_COLUMNS, model.posture().size());
    }

    static void write(PackModel model, ReportWords words, SheetWriter writer) {
        SummarySheet summary = new SummarySheet(model, words, writer);
        summary.facts().forEach(summary::said);
        summary.newPage();
        summary.requirements();
        summary.newPage();
        summary.controls();
        summary.freshness();
        summary.newPage();
        words.paragraphs("limits")
                .forEach(limit -> summary.said(List.of(Cell.text(words.text("section.limits")), Cell.text(limit))));
        summary.setUp();
    }

    private void setUp() {
        sheet.setColumnWidth(0, LABEL_WIDTH * WIDTH_UNITS_PER_CHARACTER);
        for (int column = 1; column <= lastColumn; column++) {
            sheet.setColumnWidth(column, COLUMN_WIDTH * WIDTH_UNITS_PER_CHARACTER);
        }
        sheet.setDisplayGridlines(false);
        writer.workbook().extent(sheet, sheet.getLastRowNum(), lastColumn);
        writer.setUpPage(sheet, Workbook.named(model.cover()));
    }

    private void newPage() {
        sheet.setRowBreak(at);
        at++;
    }

    /// @return the row's number
    private int row(List<Cell> cells) {
        SXSSFRow line = sheet.createRow(at);
        writer.write(line, cells);
        List<Integer> widths = new ArrayList<>(List.of(LABEL_WIDTH));
        widths.addAll(Collections.nCopies(cells.size() - 1, COLUMN_WIDTH));
        line.setHeightInPoints(SheetWriter.height(cells, widths));
        return at++;
    }

    /// A label, and what is said of it across all columns.
    private void said(List<Cell> both) {
        int row = row(both);
        sheet.getRow(row).setHeightInPoints(SheetWriter.height(both, List.of(LABEL_WIDTH, COLUMN_WIDTH * lastColumn)));
        if (!(both.getLast() instanceof Cell.Count)) {
            sheet.addMergedRegion(new CellRangeAddress(row, row, 1, lastColumn));
        }
    }

    /// A line for each state, a column for each framework, and a bar for each framework below; no printed page cuts a
    /// bar in two.
    private void requirements() {
        List<FrameworkCounts> posture = model.posture();
        List<String> titles =
                posture.stream().map(counts -> counts.framework().title()).toList();
        int head = row(cells(
                new Cell.Head(words.text("chart.states"), false),
                titles.stream().map(title -> new Cell.Head(title, true))));
        row(cells(
                Cell.text(words.text("column.version")),
                posture.stream().map(counts -> Cell.text(counts.framework().version()))));
        List<Charts.Series> series = new ArrayList<>();
        for (RequirementState state : RequirementState.values()) {
            List<Integer> numbers =
                    posture.stream().map(counts -> counts.count(state)).toList();
            int row = row(cells(statuses.of(state), numbers.stream().map(Cell.Count::new)));
            series.add(new Charts.Series(
                    statuses.of(state),
                    new CellReference(sheet.getSheetName(), row, 0, true, true),
                    new Charts.Numbers(beside(row, posture.size()), numbers)));
        }
        row(cells(
                Cell.text(words.text("chart.assessable")),
                posture.stream().map(FrameworkCounts::total).map(Cell.Count::new)));
        newPage();
        int first = at;
        at += ROWS_OF_A_LEGEND + 2 * posture.size();
        charts.divided(
                new Charts.Place(first, 0, at - 1, lastColumn),
                new Charts.Words(
                        words.text("chart.states"),
                        words.text("column.framework"),
                        words.text("chart.share"),
                        spoken(posture)),
                new Charts.Names(
                        beside(head, posture.size()),
                        titles.stream().map(SummarySheet::visible).toList()),
                series);
    }

    private String spoken(List<FrameworkCounts> posture) {
        return posture.stream()
                .map(counts -> spoken(
                        counts.framework().title(),
                        statuses.states(),
                        Arrays.stream(RequirementState.values())
                                .map(counts::count)
                                .toList()))
                .collect(Collectors.joining(" "));
    }

    /// As the report says it for those who do not see the bar.
    private static String spoken(String title, List<Cell.Status> statuses, List<Integer> numbers) {
        return IntStream.range(0, statuses.size())
                .mapToObj(i -> " " + statuses.get(i).word() + " " + numbers.get(i) + ";")
                .collect(Collectors.joining("", visible(title) + ":", ""));
    }

    /// A title is chosen by people; a chart has no cell's way to write what XML cannot.
    private static String visible(String title) {
        return VisibleText.of(title, _ -> true);
    }

    private static CellRangeAddress beside(int row, int columns) {
        return new CellRangeAddress(row, row, 1, columns);
    }

    private void controls() {
        List<Integer> numbers = Arrays.stream(OutcomeKind.values())
                .map(kind -> (int) model.controls().stream()
                        .filter(page -> OutcomeKind.of(page.outcome()) == kind)
                        .count())
                .toList();
        counted(
                words.text("posture.controls"),
                words.text("column.outcome"),
                words.text("section.controls"),
                statuses.outcomes(),
                numbers,
                List.of(List.of(
                        new Cell.Status(Mark.CONTRADICTED, words.text("section.contradictions")),
                        new Cell.Count(model.contradictions().size()))));
    }

    private void freshness() {
        List<Integer> numbers = Arrays.stream(Freshness.values())
                .map(kind -> (int) model.evidence().stream()
                        .filter(sheet -> Freshness.of(sheet, model.cover().validAt()) == kind)
                        .count())
                .toList();
        counted(
                words.text("chart.freshness"),
                words.text("evidence.fresh"),
                words.text("chart.pieces"),
                statuses.freshness(),
                numbers,
                List.of());
    }

    /// A line for each status with its number, the same drawn beside them.
    private void counted(
            String title,
            String names,
            String amounts,
            List<Cell.Status> rows,
            List<Integer> numbers,
            List<List<Cell>> more) {
        int head = row(List.of(new Cell.Head(title, false), new Cell.Head(amounts, true)));
        for (int i = 0; i < rows.size(); i++) {
            row(List.of(rows.get(i), new Cell.Count(numbers.get(i))));
        }
        more.forEach(this::row);
        charts.counted(
                new Charts.Place(head, 2, head + ROWS_BESIDE_A_CHART, lastColumn),
                new Charts.Words(title, names, amounts, spoken(title, rows, numbers)),
                new Charts.Names(
                        new CellRangeAddress(head + 1, head + rows.size(), 0, 0),
                        rows.stream().map(Cell.Status::text).toList()),
                rows,
                new Charts.Numbers(new CellRangeAddress(head + 1, head + rows.size(), 1, 1), numbers));
        at = head + ROWS_BESIDE_A_CHART + 2;
    }

    private static List<Cell> cells(Cell first, Stream<? extends Cell> others) {
        return Stream.concat(Stream.of(first), others).toList();
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
