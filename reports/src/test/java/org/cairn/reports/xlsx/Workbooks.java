package org.cairn.reports.xlsx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.cairn.proof.Bytes;
import org.cairn.reports.pack.ReportWords;

/// Workbooks of one list.
final class Workbooks {
    private Workbooks() {}

    static Bytes write(Table table) throws IOException {
        try (StreamedWorkbook workbook = new StreamedWorkbook()) {
            ReportWords words = ReportWords.english();
            new SheetWriter(workbook, new Styles(workbook.getXSSFWorkbook(), words), new CellText(words))
                    .write(table, "footer");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.writeTo(out);
            return Bytes.copyOf(out.toByteArray());
        }
    }

    static XSSFWorkbook of(Table table) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(write(table).toByteArray()));
    }
}
