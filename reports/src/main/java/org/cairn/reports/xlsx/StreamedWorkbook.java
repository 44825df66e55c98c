package org.cairn.reports.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.DeferredSXSSFWorkbook;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// A workbook whose long sheets make their rows while they are written into the zip. None of them waits in memory, nor
/// in a temporary file, where it could outlive a crash for everyone to read.
final class StreamedWorkbook extends DeferredSXSSFWorkbook {
    private static final int ALL_ROWS = -1;

    StreamedWorkbook() {
        super(new XSSFWorkbook(), ALL_ROWS);
        // a workbook has no part beyond 4 GiB, and not every reader knows zip64
        setZip64Mode(Zip64Mode.Never);
    }

    /// Rows are flushed when their sheet is written: before, the library would drop them.
    @Override
    protected void flushSheets() {}

    void writeTo(OutputStream out) throws IOException {
        writeAvoidingTempFiles(out);
    }

    /// What can be said of all rows of a sheet, also of those that are not there yet.
    XSSFSheet whole(SXSSFSheet sheet) {
        return getXSSFWorkbook().getSheet(sheet.getSheetName());
    }

    /// Says which cells the sheet will have (ECMA-376 part 1, 18.3.1.35): it stands before the rows.
    void extent(SXSSFSheet sheet, int lastRow, int lastColumn) {
        whole(sheet).setDimensionOverride(new CellRangeAddress(0, lastRow, 0, lastColumn));
    }
}
