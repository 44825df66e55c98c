package org.cairn.reports.xlsx;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.DeferredSXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/// Writes one table as a sheet: frozen head, filter, a name for formulas, widths, A4 landscape one page wide. Its rows
/// are made when the workbook is written.
record SheetWriter(StreamedWorkbook workbook, Styles styles, CellText texts) {
    private static final int WIDTH_UNITS_PER_CHARACTER = 256;
    /// What still reads well on A4 when it is fitted to the width.
    private static final int A4_CHARACTERS = 230;

    private static final float LINE_POINTS = 13.5f;
    private static final float HEIGHT_LIMIT_POINTS = 409;
    private static final int WIDTH_LIMIT = 255 * WIDTH_UNITS_PER_CHARACTER;

    void write(Table table, String footer) {
        DeferredSXSSFSheet sheet = workbook.createSheet(table.name());
        for (int column = 0; column < table.columns().size(); column++) {
            int width = table.columns().get(column).width() * WIDTH_UNITS_PER_CHARACTER;
            sheet.setColumnWidth(column, Math.min(width, WIDTH_LIMIT));
        }
        sheet.setRowGenerator(rows -> rows(table, rows));
        workbook.extent(sheet, table.rows().size(), table.columns().size() - 1);
        sheet.createFreezePane(1, 1);
        XSSFSheet whole = workbook.whole(sheet);
        NamedTable.over(whole, table);
        new StatusFills(whole).over(table);
        setUpPage(sheet, footer);
        if (table.columns().stream().mapToInt(Table.Column::width).sum() > A4_CHARACTERS) {
            sheet.getPrintSetup().setPaperSize(PrintSetup.A3_PAPERSIZE);
        }
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
    }

    private void rows(Table table, SXSSFSheet sheet) throws IOException {
        SXSSFRow head = sheet.createRow(0);
        head.setHeightInPoints(30);
        for (int column = 0; column < table.columns().size(); column++) {
            SXSSFCell cell = head.createCell(column);
            cell.setCellValue(table.columns().get(column).title());
            cell.setCellStyle(styles.head);
        }
        List<Integer> widths = table.columns().stream().map(Table.Column::width).toList();
        for (int row = 0; row < table.rows().size(); row++) {
            List<Cell> cells = table.row(row);
            SXSSFRow line = sheet.createRow(row + 1);
            write(line, cells);
            line.setHeightInPoints(height(cells, widths));
            sheet.flushRows(0);
        }
    }

    void setUpPage(SXSSFSheet sheet, String footer) {
        sheet.setFitToPage(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        // "&" starts a code in a footer (ECMA-376 part 1, 18.3.1.46)
        sheet.getFooter().setLeft(footer.replace("&", "&&"));
        sheet.getFooter().setRight("&P / &N");
    }

    /// Programs other than Excel do not fit a row to its text when they open a file.
    /// @param widths in characters
    static float height(List<Cell> cells, List<Integer> widths) {
        int lines = 1;
        for (int column = 0; column < cells.size(); column++) {
            String text = switch (cells.get(column)) {
                case Cell.Text(var words) -> words;
                case Cell.Head head -> head.title();
                case Cell.Status status -> status.text();
                default -> "";
            };
            if (!text.isEmpty()) {
                lines = Math.max(lines, lines(text, Math.max(1, widths.get(column) - 2)));
            }
        }
        return Math.min(HEIGHT_LIMIT_POINTS, 3 + lines * LINE_POINTS);
    }

    private static int lines(String text, int room) {
        int lines = 0;
        for (int start = 0; start < text.length(); ) {
            int next = text.indexOf('\n', start);
            int end = next < 0 ? text.length() : next;
            lines += 1 + (end - start) / room;
            start = end + 1;
        }
        return lines;
    }

    void write(SXSSFRow row, List<Cell> cells) {
        for (int column = 0; column < cells.size(); column++) {
            write(row.createCell(column), cells.get(column));
        }
    }

    private void write(SXSSFCell cell, Cell content) {
        switch (content) {
            case Cell.Text(var text) -> {
                String shown = texts.of(text);
                cell.setCellValue(shown);
                cell.setCellStyle(CellText.looksLikeFormula(shown) ? styles.quoted : styles.text);
            }
            case Cell.Head(var title, var overNumbers) -> {
                cell.setCellValue(texts.of(title));
                cell.setCellStyle(overNumbers ? styles.numbersHead : styles.head);
            }
            case Cell.Status status -> {
                cell.setCellValue(status.text());
                cell.setCellStyle(styles.status(status.mark()));
            }
            case Cell.Count(var number) -> {
                // a cell is a double: exact up to 2^53
                cell.setCellValue((double) number);
                cell.setCellStyle(styles.number);
            }
            case Cell.Time(var time) -> {
                cell.setCellValue(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
                cell.setCellStyle(styles.time);
            }
            case Cell.Day(var day) -> {
                cell.setCellValue(day);
                cell.setCellStyle(styles.day);
            }
            case Cell.Empty() -> cell.setCellStyle(styles.text);
        }
    }
}
