package org.cairn.reports.xlsx;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/// Writes one table as a sheet: frozen head, filter, a name for formulas, widths, A4 landscape one page wide. Rows are
/// gone when a hundred
/// others follow.
record SheetWriter(SXSSFWorkbook workbook, Styles styles, CellText texts) {
    private static final int WIDTH_UNITS_PER_CHARACTER = 256;
    /// What still reads well on A4 when it is fitted to the width.
    private static final int A4_CHARACTERS = 230;

    private static final float LINE_POINTS = 13.5f;
    private static final float HEIGHT_LIMIT_POINTS = 409;
    private static final int WIDTH_LIMIT = 255 * WIDTH_UNITS_PER_CHARACTER;

    void write(Table table, String footer) {
        SXSSFSheet sheet = workbook.createSheet(table.name());
        SXSSFRow head = sheet.createRow(0);
        head.setHeightInPoints(30);
        for (int column = 0; column < table.columns().size(); column++) {
            SXSSFCell cell = head.createCell(column);
            cell.setCellValue(table.columns().get(column).title());
            cell.setCellStyle(styles.head);
            int width = table.columns().get(column).width() * WIDTH_UNITS_PER_CHARACTER;
            sheet.setColumnWidth(column, Math.min(width, WIDTH_LIMIT));
        }
        List<Integer> widths = table.columns().stream().map(Table.Column::width).toList();
        for (int row = 0; row < table.rows().size(); row++) {
            List<Cell> cells = table.row(row);
            SXSSFRow line = sheet.createRow(row + 1);
            write(line, cells);
            line.setHeightInPoints(height(cells, widths));
        }
        sheet.createFreezePane(1, 1);
        XSSFSheet whole = whole(sheet);
        NamedTable.over(whole, table);
        new StatusFills(whole).over(table);
        setUpPage(sheet, footer);
        if (table.columns().stream().mapToInt(Table.Column::width).sum() > A4_CHARACTERS) {
            sheet.getPrintSetup().setPaperSize(PrintSetup.A3_PAPERSIZE);
        }
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
    }

    /// What can be said of all rows of a sheet, also of those that are gone.
    XSSFSheet whole(SXSSFSheet sheet) {
        return workbook.getXSSFWorkbook().getSheet(sheet.getSheetName());
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
                int width = widths.get(column);
                lines = Math.max(
                        lines,
                        text.lines()
                                .mapToInt(line -> 1 + line.length() / Math.max(1, width - 2))
                                .sum());
            }
        }
        return Math.min(HEIGHT_LIMIT_POINTS, 3 + lines * LINE_POINTS);
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
