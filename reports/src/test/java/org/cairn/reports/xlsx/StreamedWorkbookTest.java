package org.cairn.reports.xlsx;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.reports.pack.ReportWords;
import org.junit.jupiter.api.Test;

class StreamedWorkbookTest {
    private static final int ROWS = 3_000;

    @Test
    void rowsAreMadeWhileTheWorkbookIsWrittenAndNoneIsLost() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AtomicInteger writtenBeforeTheLast = new AtomicInteger();
        Table table = new Table("Long", "Long", List.of(new Table.Column("Digest", 30)), Rows.of(ROWS, row -> {
            if (row == ROWS - 1) {
                writtenBeforeTheLast.set(out.size());
            }
            return List.of(Cell.text(digest(row)));
        }));
        try (StreamedWorkbook workbook = new StreamedWorkbook()) {
            ReportWords words = ReportWords.english();
            new SheetWriter(workbook, new Styles(workbook.getXSSFWorkbook(), words), new CellText(words))
                    .write(table, "footer");
            workbook.writeTo(out);
        }
        try (var read = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var sheet = read.getSheet("Long");
            assertAll(
                    () -> assertEquals(ROWS, sheet.getLastRowNum()),
                    () -> assertEquals("Digest", sheet.getRow(0).getCell(0).getStringCellValue()),
                    () -> assertEquals(digest(0), sheet.getRow(1).getCell(0).getStringCellValue()),
                    () -> assertEquals(
                            digest(ROWS - 1), sheet.getRow(ROWS).getCell(0).getStringCellValue()));
        }
        assertTrue(
                writtenBeforeTheLast.get() > out.size() / 2,
                () -> writtenBeforeTheLast + " of " + out.size() + " bytes were there before the last row was made");
    }

    @Test
    void blocksGiveBackWhatWasWritten() {
        Blocks blocks = new Blocks();
        byte[] much = new byte[700_001];
        for (int i = 0; i < much.length; i++) {
            much[i] = (byte) (i * 31 >> 3);
        }
        blocks.write(much[0]);
        blocks.write(much, 1, 5);
        blocks.write(much, 6, much.length - 6);
        assertTrue(Arrays.equals(much, blocks.drain()));
    }

    private static String digest(int row) {
        return Digest.sha256(Bytes.utf8("row " + row)).hex();
    }
}
