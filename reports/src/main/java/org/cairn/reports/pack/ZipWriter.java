package org.cairn.reports.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.cairn.evidence.vault.VaultException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// Writes a zip (PKWARE APPNOTE.TXT 6.3.10) that depends on nothing but its input: one time for all files, no extra
/// fields but zip64 where it has to be, no data descriptors. The same files give the same bytes.
final class ZipWriter {
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int CENTRAL_SIGNATURE = 0x02014b50;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END64_SIGNATURE = 0x06064b50;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int LOCAL_BYTES = 30;
    private static final int CENTRAL_BYTES = 46;
    private static final int END_BYTES = 22;
    private static final int END64_BYTES = 56;
    private static final int LOCATOR_BYTES = 20;
    /// Made on Unix (3) by version 2.0 of the format (section 4.4.2).
    private static final short MADE_BY = 0x0314;
    /// The same by version 4.5, which has zip64.
    private static final short MADE_BY_64 = 0x032d;

    private static final short NEEDED = 20;
    private static final short NEEDED_64 = 45;
    private static final short STORED = 0;
    private static final short DEFLATED = 8;
    /// A regular file that everyone may read: Unix mode 0100644 in the upper half (section 4.4.15).
    private static final int ATTRIBUTES = 0100644 << 16;
    /// Above this, a file is stored as it is: readers take a far better ratio for an attack.
    private static final int BEST_RATIO = 100;
    private static final int SAMPLE_BYTES = 1 << 14;
    private static final int SAMPLES_FROM_BYTES = 1 << 17;
    /// What stands where the number is in a zip64 field instead (section 4.4.1.4).
    private static final long MAX_32 = 0xffff_ffffL;

    private static final int MAX_16 = 0xffff;
    private static final short ZIP64_EXTRA = 1;
    private static final int ZIP64_OFFSET_BYTES = 12;

    private record Written(Bytes name, short method, int crc, int stored, int size, long offset) {
        /// Whether it lies where 32 bits do not reach.
        boolean far() {
            return offset >= MAX_32;
        }
    }

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
        byte[] packed = gainsNothing(plain) ? plain : deflate(plain);
        boolean stored = isStored(plain.length, packed.length);
        byte[] data = stored ? plain : packed;
        var crc = new CRC32();
        crc.update(plain);
        header(name, stored ? STORED : DEFLATED, (int) crc.getValue(), data.length, plain.length);
        out.write(data);
        position += data.length;
    }

    /// As above, of what is too large to be held: it is read twice, first to know what its header says.
    /// @return its digest
    Digest add(String name, PackPart.Content content) throws IOException, VaultException {
        Passed first = deflated(content, OutputStream.nullOutputStream());
        if (first.size > Integer.MAX_VALUE) {
            throw new IOException(name + " is larger than 2 GiB");
        }
        boolean stored = isStored(first.size, first.packed);
        long data = stored ? first.size : first.packed;
        header(name, stored ? STORED : DEFLATED, first.crc, (int) data, (int) first.size);
        Digest written = stored ? copied(content, out) : deflated(content, out).digest;
        if (!written.equals(first.digest)) {
            throw new IOException(name + " changed while it was written");
        }
        position += data;
        return written;
    }

    private record Passed(Digest digest, int crc, long size, long packed) {}

    private static Passed deflated(PackPart.Content content, OutputStream to) throws IOException, VaultException {
        try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            var deflating = new DeflaterOutputStream(to, deflater, BUFFER_BYTES);
            var checked = new CheckedOutputStream(deflating, new CRC32());
            Digest digest = copied(content, checked);
            deflating.finish();
            return new Passed(
                    digest,
                    (int) checked.getChecksum().getValue(),
                    deflater.getBytesRead(),
                    deflater.getBytesWritten());
        }
    }

    private static Digest copied(PackPart.Content content, OutputStream to) throws IOException, VaultException {
        var digested = new DigestOutputStream(to, Digest.newSha256());
        content.writeTo(digested);
        return Digest.of(digested.getMessageDigest().digest());
    }

    /// Judged by samples from its start, middle and end: packing what is packed or encrypted already takes longer than
    /// all the rest.
    private static boolean gainsNothing(byte[] plain) {
        int last = plain.length - SAMPLE_BYTES;
        return last >= SAMPLES_FROM_BYTES
                && IntStream.of(0, last / 2, last)
                        .mapToObj(from -> Arrays.copyOfRange(plain, from, from + SAMPLE_BYTES))
                        .allMatch(sample -> deflate(sample).length == SAMPLE_BYTES);
    }

    private static boolean isStored(long plain, long packed) {
        return packed >= plain || plain / BEST_RATIO > packed;
    }

    private void header(String name, short method, int crc, int stored, int size) throws IOException {
        var file = new Written(Bytes.utf8(name), method, crc, stored, size, position);
        files.add(file);
        write(shared(buffer(LOCAL_BYTES + file.name.size()).putInt(LOCAL_SIGNATURE), file)
                .putShort((short) 0)
                .put(file.name.asByteBuffer()));
    }

    /// Writes the directory; the stream stays open.
    /// @return the size of the zip
    long finish() throws IOException {
        long start = position;
        for (Written file : files) {
            central(file);
        }
        long end = position;
        boolean large = files.size() >= MAX_16 || start >= MAX_32 || end - start >= MAX_32;
        if (large) {
            end64(start, end);
        }
        write(buffer(END_BYTES)
                .putInt(END_SIGNATURE)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) Math.min(files.size(), MAX_16))
                .putShort((short) Math.min(files.size(), MAX_16))
                .putInt((int) Math.min(end - start, MAX_32))
                .putInt((int) Math.min(start, MAX_32))
                .putShort((short) 0));
        return position;
    }

    private void central(Written file) throws IOException {
        int extra = file.far() ? ZIP64_OFFSET_BYTES : 0;
        ByteBuffer header = shared(
                        buffer(CENTRAL_BYTES + file.name.size() + extra)
                                .putInt(CENTRAL_SIGNATURE)
                                .putShort(file.far() ? MADE_BY_64 : MADE_BY),
                        file)
                .putShort((short) extra)
                .putShort((short) 0) // comment
                .putShort((short) 0) // disk
                .putShort((short) 0) // internal attributes
                .putInt(ATTRIBUTES)
                .putInt((int) Math.min(file.offset, MAX_32))
                .put(file.name.asByteBuffer());
        if (file.far()) {
            header.putShort(ZIP64_EXTRA).putShort((short) Long.BYTES).putLong(file.offset);
        }
        write(header);
    }

    /// The zip64 end of the directory and what leads to it (sections 4.3.14 and 4.3.15).
    private void end64(long start, long end) throws IOException {
        write(buffer(END64_BYTES)
                .putInt(END64_SIGNATURE)
                .putLong(END64_BYTES - Integer.BYTES - Long.BYTES)
                .putShort(MADE_BY_64)
                .putShort(NEEDED_64)
                .putInt(0) // disk
                .putInt(0) // disk of the directory
                .putLong(files.size())
                .putLong(files.size())
                .putLong(end - start)
                .putLong(start));
        write(buffer(LOCATOR_BYTES)
                .putInt(LOCATOR_SIGNATURE)
                .putInt(0) // disk of that record
                .putLong(end)
                .putInt(1)); // disks
    }

    /// What local and central header have in common, up to and with the length of the name.
    private ByteBuffer shared(ByteBuffer header, Written file) {
        return header.putShort(file.far() ? NEEDED_64 : NEEDED)
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

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
