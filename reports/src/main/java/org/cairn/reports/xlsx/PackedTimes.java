package org.cairn.reports.xlsx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// Sets the time of every entry of a zip, since that is the one thing in it that the clock decides. Nothing is unpacked
/// (APPNOTE 4.3.7, 4.3.12 and 4.3.16).
final class PackedTimes {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int CENTRAL_SIZE = 46;

    private PackedTimes() {}

    /// @param zip that was just written: without a comment, and below 4 GiB
    static void set(byte[] zip, Instant at) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - END_SIZE;
        expect(bytes, end, END);
        int entry = bytes.getInt(end + 16);
        int dosTime = dosTime(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
        for (int left = Short.toUnsignedInt(bytes.getShort(end + 10)); left > 0; left--) {
            expect(bytes, entry, CENTRAL);
            int local = bytes.getInt(entry + 42);
            expect(bytes, local, LOCAL);
            if (bytes.getShort(entry + 30) != 0 || bytes.getShort(local + 28) != 0) {
                throw new IOException("an entry of the zip has further fields, which may hold times");
            }
            bytes.putInt(entry + 12, dosTime);
            bytes.putInt(local + 10, dosTime);
            entry += CENTRAL_SIZE
                    + Short.toUnsignedInt(bytes.getShort(entry + 28))
                    + Short.toUnsignedInt(bytes.getShort(entry + 32));
        }
    }

    private static void expect(ByteBuffer bytes, int at, int signature) throws IOException {
        if (at < 0 || at + END_SIZE > bytes.capacity() || bytes.getInt(at) != signature) {
            throw new IOException("the zip is not as it was written, at byte " + at);
        }
    }

    /// In steps of two seconds, from 1980 (4.4.6).
    private static int dosTime(LocalDateTime time) {
        return (time.getYear() - 1980) << 25
                | time.getMonthValue() << 21
                | time.getDayOfMonth() << 16
                | time.getHour() << 11
                | time.getMinute() << 5
                | time.getSecond() >> 1;
    }
}
