package org.cairn.reports.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.cairn.proof.Bytes;

/// Writes a zip (PKWARE APPNOTE.TXT 6.3.10) that depends on nothing but its input: one time for all files, no extra
/// fields, no data descriptors. The same files give the same bytes.
final class ZipWriter {
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int CENTRAL_SIGNATURE = 0x02014b50;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int LOCAL_BYTES = 30;
    private static final int CENTRAL_BYTES = 46;
    private static final int END_BYTES = 22;
    /// Made on Unix (3) by version 2.0 of the format (section 4.4.2).
    private static final short MADE_BY = 0x0314;

    private static final short NEEDED = 20;
    private static final short STORED = 0;
    private static final short DEFLATED = 8;
    /// A regular file that everyone may read: Unix mode 0100644 in the upper half (section 4.4.15).
    private static final int ATTRIBUTES = 0100644 << 16;
    /// Above this, a file is stored as it is: readers take a far better ratio for an attack.
    private static final int BEST_RATIO = 100;

    private record Written(Bytes name, short method, int crc, int stored, int size, int offset) {}

    private final OutputStream out;
    private final short time;
    private final short date;
    private final List<Written> files = new ArrayList<>();
    private long position;

    /// @param modified the time of every file; to two seconds, as MS-DOS kept it, in UTC
    ZipWriter(OutputStream out, Instant modified) {
        this.out = out;
        LocalDateTime utc = LocalDateTime.ofInstant(modified, ZoneOffset.UTC);
        if (utc.getYear() < 1980 || utc.getYear() > 2107) {
            throw new IllegalArgumentException("a zip cannot hold the time " + modified);
        }
        time = (short) (utc.getHour() << 11 | utc.getMinute() << 5 | utc.getSecond() / 2);
        date = (short) ((utc.getYear() - 1980) << 9 | utc.getMonthValue() << 5 | utc.getDayOfMonth());
    }

    void add(String name, Bytes content) throws IOException {
        byte[] plain = content.toByteArray();
        byte[] packed = deflate(plain);
        boolean stored = packed.length >= plain.length || plain.length / BEST_RATIO > packed.length;
        byte[] data = stored ? plain : packed;
        var crc = new CRC32();
        crc.update(plain);
        var file = new Written(
                Bytes.utf8(name),
                stored ? STORED : DEFLATED,
                (int) crc.getValue(),
                data.length,
                plain.length,
                offset());
        files.add(file);
        write(shared(buffer(LOCAL_BYTES + file.name.size()).putInt(LOCAL_SIGNATURE), file)
                .putShort((short) 0)
                .put(file.name.asByteBuffer()));
        out.write(data);
        position += data.length;
    }

    /// Writes the directory; the stream stays open.
    /// @return the size of the zip
    long finish() throws IOException {
        int start = offset();
        for (Written file : files) {
            write(shared(
                            buffer(CENTRAL_BYTES + file.name.size())
                                    .putInt(CENTRAL_SIGNATURE)
                                    .putShort(MADE_BY),
                            file)
                    .putShort((short) 0) // extra
                    .putShort((short) 0) // comment
                    .putShort((short) 0) // disk
                    .putShort((short) 0) // internal attributes
                    .putInt(ATTRIBUTES)
                    .putInt(file.offset)
                    .put(file.name.asByteBuffer()));
        }
        int end = offset();
        write(buffer(END_BYTES)
                .putInt(END_SIGNATURE)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) files.size())
                .putShort((short) files.size())
                .putInt(end - start)
                .putInt(start)
                .putShort((short) 0));
        return position;
    }

    /// What local and central header have in common, up to and with the length of the name.
    private ByteBuffer shared(ByteBuffer header, Written file) {
        return header.putShort(NEEDED)
                .putShort((short) 0)
                .putShort(file.method)
                .putShort(time)
                .putShort(date)
                .putInt(file.crc)
                .putInt(file.stored)
                .putInt(file.size)
                .putShort((short) file.name.size());
    }

    private static byte[] deflate(byte[] plain) {
        byte[] packed = new byte[plain.length];
        try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflater.setInput(plain);
            deflater.finish();
            int length = deflater.deflate(packed);
            return deflater.finished() ? Arrays.copyOf(packed, length) : plain;
        }
    }

    private void write(ByteBuffer record) throws IOException {
        byte[] bytes = new byte[record.flip().remaining()];
        record.get(bytes);
        out.write(bytes);
        position += bytes.length;
    }

    private int offset() throws IOException {
        if (position > Integer.MAX_VALUE) {
            throw new IOException("the zip grew beyond 2 GiB");
        }
        return (int) position;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
