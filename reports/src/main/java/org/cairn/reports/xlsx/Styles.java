package org.cairn.reports.xlsx;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.cairn.reports.pack.Mark;
import org.cairn.reports.pack.ReportWords;

/// The workbook's cell styles. Made once each, and before any row: a workbook holds at most 64,000, and they are
/// written
/// before the sheets.
final class Styles {
    static final String RULE = "dde2e6";
    static final String HEAD_FILL = "1f4e6b";

    private final XSSFWorkbook workbook;
    private final Map<Mark, XSSFCellStyle> statuses = new HashMap<>();
    final XSSFCellStyle head;
    final XSSFCellStyle numbersHead;
    final XSSFCellStyle text;
    /// As `text`, and an edit keeps it a text (the apostrophe that Excel shows).
    final XSSFCellStyle quoted;
    final XSSFCellStyle number;
    final XSSFCellStyle time;
    final XSSFCellStyle day;

    /// @param words say how times and days are shown; the cells hold them as values
    Styles(XSSFWorkbook workbook, ReportWords words) {
        this.workbook = workbook;
        this.head = head();
        this.numbersHead = head();
        numbersHead.setAlignment(HorizontalAlignment.RIGHT);
        this.text = body();
        this.quoted = body();
        quoted.setQuotePrefixed(true);
        this.number = formatted("0");
        number.setAlignment(HorizontalAlignment.RIGHT);
        this.time = formatted(words.text("format.cell-time"));
        this.day = formatted(words.text("format.cell-day"));
        Mark.ALL.forEach(mark -> statuses.put(mark, status(mark.colour())));
    }

    XSSFCellStyle status(Mark mark) {
        return Objects.requireNonNull(statuses.get(mark));
    }

    private XSSFCellStyle status(String colour) {
        XSSFCellStyle style = body();
        XSSFFont font = font(colour);
        font.setBold(true);
        style.setFont(font);
        return style;
    }

    private XSSFCellStyle formatted(String format) {
        XSSFCellStyle style = body();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        style.setAlignment(HorizontalAlignment.LEFT);
        return style;
    }

    private XSSFCellStyle body() {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font("1d2733"));
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBottomBorderColor(colour(RULE));
        return style;
    }

    private XSSFCellStyle head() {
        XSSFCellStyle style = workbook.createCellStyle();
        XSSFFont font = font("ffffff");
        font.setBold(true);
        style.setFont(font);
        style.setFillForegroundColor(colour(HEAD_FILL));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        return style;
    }

    private XSSFFont font(String colour) {
        XSSFFont font = workbook.createFont();
        font.setFontName("Calibri");
        font.setFontHeightInPoints((short) 10);
        font.setColor(colour(colour));
        return font;
    }

    /// Of a cell that holds the status: a quarter of its fill, so that its word stays easy to read.
    static XSSFColor tint(Mark mark) {
        byte[] rgb = HexFormat.of().parseHex(mark.fill());
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (255 - (255 - Byte.toUnsignedInt(rgb[i])) / 4);
        }
        return opaque(rgb);
    }

    static XSSFColor colour(String rgb) {
        return opaque(HexFormat.of().parseHex(rgb));
    }

    /// Four bytes, the first of them for alpha (ECMA-376 part 1, 18.18.86).
    private static XSSFColor opaque(byte[] rgb) {
        return new XSSFColor(new byte[] {(byte) 0xff, rgb[0], rgb[1], rgb[2]});
    }
}
