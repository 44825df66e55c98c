package org.cairn.reports.xlsx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class PackedTimesTest {
    private static final Instant AT = Instant.parse("2037-12-31T23:59:58Z");
    private static final byte[] CONTENT = new byte[100_000];

    private static byte[] zip(byte[] extra) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : List.of("xl/workbook.xml", "xl/größe.xml")) {
                ZipEntry entry = new ZipEntry(name);
                entry.setTimeLocal(LocalDateTime.parse("2026-11-21T04:30"));
                entry.setExtra(extra);
                zip.putNextEntry(entry);
                zip.write(CONTENT);
            }
        }
        return out.toByteArray();
    }

    @Test
    void everyEntryHasTheTimeAndWhatIsInItStays() throws Exception {
        byte[] zip = zip(new byte[0]);
        PackedTimes.set(zip, AT);
        int entries = 0;
        try (ZipInputStream read = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = read.getNextEntry(); entry != null; entry = read.getNextEntry()) {
                assertEquals(LocalDateTime.parse("2037-12-31T23:59:58"), entry.getTimeLocal());
                assertArrayEquals(CONTENT, read.readAllBytes());
                entries++;
            }
        }
        assertEquals(2, entries);
    }

    @Test
    void aZipThatCouldHoldTimesElsewhereOrIsCutIsRefused() throws Exception {
        byte[] withFields = zip(new byte[] {0x55, 0x54, 5, 0, 1, 0, 0, 0, 0});
        assertThrows(IOException.class, () -> PackedTimes.set(withFields, AT));
        byte[] whole = zip(new byte[0]);
        assertThrows(IOException.class, () -> PackedTimes.set(Arrays.copyOf(whole, whole.length - 1), AT));
        assertThrows(IOException.class, () -> PackedTimes.set(new byte[3], AT));
    }
}
