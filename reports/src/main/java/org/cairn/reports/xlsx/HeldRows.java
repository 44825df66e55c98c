package org.cairn.reports.xlsx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.streaming.SheetDataWriter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/// The rows of a sheet on their way into a large workbook: as packed XML in memory, a tenth of what cells as objects
/// take. The library would put them into a temporary file, where they outlive a crash for everyone to read; its
/// temporary file stays empty.
final class HeldRows extends SheetDataWriter {
    /// How many rows of a sheet are objects at a time.
    private static final int WINDOW = 100;

    private static final int BUFFER = 1 << 16;

    /// Set while the superclass is made, so it may have no initial value of its own.
    private @Nullable ByteArrayOutputStream packed;

    private HeldRows() throws IOException {}

    static SXSSFWorkbook workbook() {
        SXSSFWorkbook workbook = new SXSSFWorkbook(new XSSFWorkbook(), WINDOW) {
            @Override
            protected SheetDataWriter createSheetDataWriter() throws IOException {
                return new HeldRows();
            }
        };
        // a workbook has no part beyond 4 GiB, and not every reader knows zip64
        workbook.setZip64Mode(Zip64Mode.Never);
        return workbook;
    }

    @Override
    protected OutputStream decorateOutputStream(FileOutputStream file) throws IOException {
        file.close();
        packed = new ByteArrayOutputStream();
        return new FastPacking(packed);
    }

    @Override
    protected InputStream decorateInputStream(FileInputStream file) throws IOException {
        file.close();
        return new GZIPInputStream(
                new ByteArrayInputStream(Objects.requireNonNull(packed).toByteArray()), BUFFER);
    }

    /// What is unpacked again a moment later is not worth packing well.
    private static final class FastPacking extends GZIPOutputStream {
        FastPacking(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
