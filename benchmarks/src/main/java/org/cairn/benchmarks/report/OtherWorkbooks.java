package org.cairn.benchmarks.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes the rows of a workbook of ours with other libraries, each as its manual says for large sheets: frozen and
/// filtered head, wrapped text, formatted times.
public final class OtherWorkbooks {
    private static final String TIME_FORMAT = "yyyy-mm-dd hh:mm:ss";
    private static final int WINDOW = 100;

    private OtherWorkbooks() {}

    /// @param arguments `sxssf` or `fastexcel`, the rows as text, and the workbook to write
    public static void main(String[] arguments) throws IOException {
        try (BufferedReader rows = Files.newBufferedReader(Path.of(arguments[1]));
                OutputStream out = Files.newOutputStream(Path.of(arguments[2]))) {
            switch (arguments[0]) {
                case "sxssf" -> sxssf(rows, out);
                case "fastexcel" -> fastexcel(rows, out);
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        }
    }

    private static void sxssf(BufferedReader rows, OutputStream out) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(WINDOW)) {
            CellStyle text = workbook.createCellStyle();
            text.setWrapText(true);
            CellStyle time = workbook.createCellStyle();
            time.setDataFormat(workbook.createDataFormat().getFormat(TIME_FORMAT));
            Sheet sheet = workbook.createSheet("Evidence");
            sheet.createFreezePane(1, 1);
            int number = 0;
            int columns = 0;
            for (String line = rows.readLine(); line != null; line = rows.readLine()) {
                Row row = sheet.createRow(number++);
                String[] cells = line.split("\t", -1);
                columns = cells.length;
                for (int column = 0; column < cells.length; column++) {
                    fill(row.createCell(column), cells[column], text, time);
                }
            }
            sheet.setAutoFilter(new CellRangeAddress(0, number - 1, 0, columns - 1));
            workbook.write(out);
        }
    }

    private static void fill(Cell cell, String content, CellStyle text, CellStyle time) {
        switch (content.charAt(0)) {
            case 'n' -> cell.setCellValue(Double.parseDouble(content.substring(1)));
            case 'd' -> {
                cell.setCellValue(time(content));
                cell.setCellStyle(time);
            }
            default -> {
                cell.setCellValue(text(content));
                cell.setCellStyle(text);
            }
        }
    }

    private static void fastexcel(BufferedReader rows, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Cairn", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Evidence");
            sheet.freezePane(1, 1);
            int number = 0;
            int columns = 0;
            for (String line = rows.readLine(); line != null; line = rows.readLine()) {
                String[] cells = line.split("\t", -1);
                columns = cells.length;
                for (int column = 0; column < cells.length; column++) {
                    fill(sheet, number, column, cells[column]);
                }
                number++;
                if (number % WINDOW == 0) {
                    sheet.flush();
                }
            }
            sheet.setAutoFilter(0, 0, number - 1, columns - 1);
            sheet.finish();
        }
    }

    private static void fill(Worksheet sheet, int row, int column, String content) {
        switch (content.charAt(0)) {
            case 'n' -> sheet.value(row, column, Double.parseDouble(content.substring(1)));
            case 'd' -> {
                sheet.value(row, column, time(content));
                sheet.style(row, column).format(TIME_FORMAT).set();
            }
            default -> {
                sheet.inlineString(row, column, text(content));
                sheet.style(row, column).wrapText(true).set();
            }
        }
    }

    private static LocalDateTime time(String content) {
        return LocalDateTime.ofInstant(Instant.parse(content.substring(1)), ZoneOffset.UTC);
    }

    private static String text(String content) {
        return content.substring(1).replace('\u000b', '\n');
    }
}
