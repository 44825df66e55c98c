package org.cairn.reports.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.cairn.proof.Bytes;

/// A workbook that people fill in and send back. Every cell is a text, so that what is typed stays as it is typed. The
/// same sheets give the same bytes.
public final class FormWorkbook {
    private static final int CHARACTER = 256;
    private static final String FILL_IN = "fffbe6";
    private static final String FIXED = "f1f3f5";

    /// @param rows of as many texts as there are columns
    public record FormSheet(String name, List<FormColumn> columns, List<List<String>> rows) {
        public FormSheet {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /// @param width   in characters
    /// @param fillIn  whether people write here
    /// @param choices what can be chosen; empty for free text
    public record FormColumn(String title, int width, boolean fillIn, List<String> choices) {
        public FormColumn {
            choices = List.copyOf(choices);
        }
    }

    private final XSSFWorkbook workbook;
    private final XSSFCellStyle head;
    private final XSSFCellStyle fillIn;
    private final XSSFCellStyle fixed;

    private FormWorkbook(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.head = style(Styles.HEAD_FILL, true);
        this.fillIn = style(FILL_IN, false);
        fillIn.setLocked(false);
        this.fixed = style(FIXED, false);
    }

    public static Bytes write(List<FormSheet> sheets, Instant at) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            FormWorkbook form = new FormWorkbook(workbook);
            sheets.forEach(form::sheet);
            Optional<Date> made = Optional.of(Date.from(at));
            workbook.getProperties().getCoreProperties().setCreator("Cairn");
            workbook.getProperties().getCoreProperties().setCreated(made);
            workbook.getProperties().getCoreProperties().setModified(made);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return Workbook.withTimes(out.toByteArray(), at);
        }
    }

    private void sheet(FormSheet form) {
        XSSFSheet sheet = workbook.createSheet(form.name());
        XSSFRow titles = sheet.createRow(0);
        titles.setHeightInPoints(24);
        List<Integer> widths = form.columns().stream().map(FormColumn::width).toList();
        for (int column = 0; column < form.columns().size(); column++) {
            FormColumn each = form.columns().get(column);
            XSSFCell cell = titles.createCell(column);
            cell.setCellValue(each.title());
            cell.setCellStyle(head);
            sheet.setColumnWidth(column, each.width() * CHARACTER);
            if (!each.choices().isEmpty() && !form.rows().isEmpty()) {
                choices(sheet, column, form.rows().size(), each.choices());
            }
        }
        for (int at = 0; at < form.rows().size(); at++) {
            XSSFRow row = sheet.createRow(at + 1);
            List<String> texts = form.rows().get(at);
            row.setHeightInPoints(
                    SheetWriter.height(texts.stream().map(Cell::text).toList(), widths));
            for (int column = 0; column < texts.size(); column++) {
                XSSFCell cell = row.createCell(column);
                cell.setCellStyle(form.columns().get(column).fillIn() ? fillIn : fixed);
                if (!texts.get(column).isEmpty()) {
                    cell.setCellValue(CellText.escaped(texts.get(column)));
                }
            }
        }
        guard(sheet);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A3_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        sheet.createFreezePane(1, 1);
        sheet.setAutoFilter(new CellRangeAddress(
                0, Math.max(1, form.rows().size()), 0, form.columns().size() - 1));
    }

    /// Keeps people from changing by mistake what is not theirs to fill in. No password: what comes back is read
    /// strictly anyhow.
    private static void guard(XSSFSheet sheet) {
        sheet.enableLocking();
        sheet.lockAutoFilter(false);
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
    }

    private static void choices(XSSFSheet sheet, int column, int rows, List<String> choices) {
        XSSFDataValidationHelper helper = new XSSFDataValidationHelper(sheet);
        DataValidation validation = helper.createValidation(
                helper.createExplicitListConstraint(choices.toArray(String[]::new)),
                new CellRangeAddressList(1, rows, column, column));
        validation.setShowErrorBox(true);
        sheet.addValidationData(validation);
    }

    /// Format `@`: what is typed stays as it is typed, also 1.10 and 2026-11-21.
    private XSSFCellStyle style(String fill, boolean bold) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        style.setWrapText(true);
        style.setVerticalAlignment(bold ? VerticalAlignment.CENTER : VerticalAlignment.TOP);
        style.setFillForegroundColor(Styles.colour(fill));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBottomBorderColor(Styles.colour(Styles.RULE));
        XSSFFont font = workbook.createFont();
        font.setFontName("Calibri");
        font.setFontHeightInPoints((short) 10);
        font.setBold(bold);
        if (bold) {
            font.setColor(Styles.colour("ffffff"));
        }
        style.setFont(font);
        return style;
    }
}
