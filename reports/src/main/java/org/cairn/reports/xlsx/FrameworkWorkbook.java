package org.cairn.reports.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.cairn.proof.Bytes;

/// The table of an own framework as a workbook of one sheet, every cell a text. The same rows give the same bytes.
public final class FrameworkWorkbook {
    /// The sheet that is written; the first sheet is read, whatever it is called.
    static final String SHEET = "Framework";

    /// Rows held at once; the others wait in a compressed temporary file.
    private static final int WINDOW = 100;

    private static final int CHARACTER = 256;
    private static final int[] WIDTHS = {14, 16, 16, 24, 50, 80, 12, 24, 16, 10, 60, 24, 12};

    private FrameworkWorkbook() {}

    /// @param rows head first
    public static Bytes write(List<List<String>> rows) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(WINDOW)) {
            workbook.setCompressTempFiles(true);
            workbook.setZip64Mode(Zip64Mode.Never);
            SXSSFSheet sheet = workbook.createSheet(SHEET);
            CellStyle text = text(workbook);
            CellStyle quoted = text(workbook);
            quoted.setQuotePrefixed(true);
            for (int column = 0; column < rows.getFirst().size(); column++) {
                sheet.setColumnWidth(column, WIDTHS[column % WIDTHS.length] * CHARACTER);
                sheet.setDefaultColumnStyle(column, text);
            }
            for (int at = 0; at < rows.size(); at++) {
                row(sheet.createRow(at), rows.get(at), text, quoted);
            }
            sheet.createFreezePane(0, 1);
            sheet.setAutoFilter(
                    new CellRangeAddress(0, rows.size() - 1, 0, rows.getFirst().size() - 1));
            Date fixed = Date.from(Instant.EPOCH);
            workbook.getXSSFWorkbook().getProperties().getCoreProperties().setCreator("Cairn");
            workbook.getXSSFWorkbook().getProperties().getCoreProperties().setCreated(Optional.of(fixed));
            workbook.getXSSFWorkbook().getProperties().getCoreProperties().setModified(Optional.of(fixed));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            // the earliest time that a zip can hold (APPNOTE 4.4.6)
            return Workbook.withTimes(out.toByteArray(), Instant.parse("1980-01-01T00:00:00Z"));
        }
    }

    private static void row(SXSSFRow row, List<String> texts, CellStyle text, CellStyle quoted) {
        for (int column = 0; column < texts.size(); column++) {
            if (!texts.get(column).isEmpty()) {
                SXSSFCell cell = row.createCell(column);
                cell.setCellValue(CellText.escaped(texts.get(column)));
                cell.setCellStyle(CellText.looksLikeFormula(texts.get(column)) ? quoted : text);
            }
        }
    }

    /// Format `@`: what is typed stays as it is typed, also 1.10 and 2026-11-21.
    private static CellStyle text(SXSSFWorkbook workbook) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        style.setWrapText(true);
        return style;
    }
}
