package org.cairn.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/// Records of the zip format (PKWARE APPNOTE.TXT 6.3.10, sections 4.3.7 to 4.3.16); all little-endian.
final class ZipRecords {
    static final int LOCAL_SIGNATURE = 0x04034b50;
    static final int DESCRIPTOR_SIGNATURE = 0x08074b50;
    static final int CENTRAL_SIGNATURE = 0x02014b50;
    static final int END_SIGNATURE = 0x06054b50;
    static final int END64_SIGNATURE = 0x06064b50;
    static final int LOCATOR_SIGNATURE = 0x07064b50;
    static final int LOCAL_BYTES = 30;
    static final int DESCRIPTOR_BYTES = 16;
    static final int CENTRAL_BYTES = 46;
    static final int END_BYTES = 22;
    static final int END64_BYTES = 56;
    static final int LOCATOR_BYTES = 20;
    /// No number in a zip is taken for more: beyond it, it is nonsense whatever its use.
    private static final long LARGEST_NUMBER = 1L << 52;
    private static final int ENCRYPTED = 1;
    private static final int DESCRIPTOR = 1 << 3;
    /// Bits 1 and 2 tell the deflate level, bit 3 a data descriptor, bit 11 names in UTF-8 (section 4.4.4).
    private static final int FLAGS_KNOWN = 0b1000_0000_1110;
    /// Times and owners as Info-ZIP, Java and 7-Zip write them: none changes name, size or content.
    private static final Set<Integer> EXTRAS_KNOWN = Set.of(0x5455, 0x7875, 0x5855, 0x000a);

    private static final int ZIP64_EXTRA = 0x0001;
    private static final int ZIP64_OFFSET_BYTES = 12;
    static final long MAX_32 = 0xffff_ffffL;
    private static final int MAX_16 = 0xffff;
    private static final int FILE_TYPE = 0xf000;
    private static final int REGULAR = 0x8000;
    private static final int FOLDER = 0x4000;

    private ZipRecords() {}

    /// The fields that a central header and its local header share.
    record Header(int needed, int flags, int method, int time, int date, long crc, long stored, long size) {
        static Header read(ByteBuffer at) {
            return new Header(u16(at), u16(at), u16(at), u16(at), u16(at), u32(at), u32(at), u32(at));
        }

        boolean hasDescriptor() {
            return (flags & DESCRIPTOR) != 0;
        }

        /// As a local header before a data descriptor writes it: checksum and sizes follow the data.
        Header deferred() {
            return new Header(needed, flags, method, time, date, 0, 0, 0);
        }
    }

    /// What the end of a zip says of its directory; [#MAX_32] and 65535 are numbers like others here.
    record End(long disk, long directoryDisk, long filesHere, long files, long directoryBytes, long directoryAt) {
        static End read(ByteBuffer at) {
            return new End(u16(at), u16(at), u16(at), u16(at), u32(at), u32(at));
        }

        /// Of the record's part that begins behind who made it.
        static End read64(ByteBuffer at) {
            return new End(u32(at), u32(at), u64(at), u64(at), u64(at), u64(at));
        }

        /// Whether this end record leaves to the zip64 one what does not fit, and otherwise says the same.
        boolean defersTo(End large) {
            return fits(disk, large.disk, MAX_16)
                    && fits(directoryDisk, large.directoryDisk, MAX_16)
                    && fits(filesHere, large.filesHere, MAX_16)
                    && fits(files, large.files, MAX_16)
                    && fits(directoryBytes, large.directoryBytes, MAX_32)
                    && fits(directoryAt, large.directoryAt, MAX_32);
        }

        private static boolean fits(long small, long large, long most) {
            return small == large || small == most;
        }
    }

    /// One entry of the central directory.
    record Central(Header header, String name, int attributes, long offset, Optional<String> refusal) {
        boolean folder() {
            return name.endsWith("/");
        }
    }

    /// Reads the central header at the buffer's position and moves behind it; empty if there is none, or it is cut.
    static Optional<Central> central(ByteBuffer at) {
        if (at.remaining() < CENTRAL_BYTES || at.getInt() != CENTRAL_SIGNATURE) {
            return Optional.empty();
        }
        u16(at); // who made it
        Header header = Header.read(at);
        int nameLength = u16(at);
        int extraLength = u16(at);
        int commentLength = u16(at);
        int disk = u16(at);
        u16(at); // text or binary
        int attributes = at.getInt();
        long offset = u32(at);
        if (at.remaining() < nameLength + extraLength + commentLength) {
            return Optional.empty();
        }
        String name = text(at, nameLength);
        Optional<Long> far = offset == MAX_32 ? farOffset(at, extraLength) : Optional.empty();
        Optional<String> extra = extraRefusal(at, extraLength, far.isPresent());
        Optional<String> refusal = headerRefusal(header)
                .or(() -> extra)
                .or(() -> disk != 0 ? Optional.of("lies on another disk of a split zip") : Optional.empty())
                .or(() -> commentLength != 0 ? Optional.of("carries a comment") : Optional.empty())
                .or(() -> typeRefusal(attributes, name));
        at.position(at.position() + commentLength);
        return Optional.of(new Central(header, name, attributes, far.orElse(offset), refusal));
    }

    private static Optional<String> headerRefusal(Header header) {
        if ((header.flags & ENCRYPTED) != 0) {
            return Optional.of("is encrypted");
        }
        if (header.stored == MAX_32 || header.size == MAX_32) {
            return Optional.of("uses zip64 sizes, which no pack needs");
        }
        if ((header.flags & ~FLAGS_KNOWN) != 0) {
            return Optional.of("sets zip flags no pack uses (0x" + Integer.toHexString(header.flags) + ")");
        }
        if (header.method != 0 && header.method != 8) {
            return Optional.of("uses compression method " + header.method + "; only stored and deflated are read");
        }
        if (header.method == 0 && header.stored != header.size) {
            return Optional.of("is stored, but with two different sizes");
        }
        return Optional.empty();
    }

    /// Unix modes stand in the upper half (section 4.4.15): links and devices are no files of a pack.
    private static Optional<String> typeRefusal(int attributes, String name) {
        int type = attributes >>> 16 & FILE_TYPE;
        int expected = name.endsWith("/") ? FOLDER : REGULAR;
        return type == 0 || type == expected
                ? Optional.empty()
                : Optional.of("is a symbolic link, a device or another special file");
    }

    /// Where the file lies, if the first of the extra fields is zip64 and says that alone (section 4.5.3); does not
    /// move.
    private static Optional<Long> farOffset(ByteBuffer at, int length) {
        int start = at.position();
        return length >= ZIP64_OFFSET_BYTES
                        && Short.toUnsignedInt(at.getShort(start)) == ZIP64_EXTRA
                        && Short.toUnsignedInt(at.getShort(start + 2)) == Long.BYTES
                ? Optional.of(bounded(at.getLong(start + 4)))
                : Optional.empty();
    }

    /// Reads `length` bytes of extra fields; names the first that could change what the file is.
    /// @param far whether they begin with the zip64 field that says where the file lies
    static Optional<String> extraRefusal(ByteBuffer at, int length, boolean far) {
        if (far) {
            at.position(at.position() + ZIP64_OFFSET_BYTES);
            return extraRefusal(at, length - ZIP64_OFFSET_BYTES, false);
        }
        int end = at.position() + length;
        Optional<String> refusal = Optional.empty();
        while (at.position() < end && refusal.isEmpty()) {
            if (end - at.position() < 4) {
                refusal = Optional.of("has an extra field that is cut short");
                break;
            }
            int id = u16(at);
            int size = u16(at);
            if (size > end - at.position()) {
                refusal = Optional.of("has an extra field that is longer than its room");
            } else if (id == ZIP64_EXTRA) {
                refusal = Optional.of("uses zip64 for more than where it lies, which no pack needs");
            } else if (!EXTRAS_KNOWN.contains(id)) {
                refusal = Optional.of("has an extra field no pack uses (0x" + Integer.toHexString(id) + ")");
            } else {
                at.position(at.position() + size);
            }
        }
        at.position(end);
        return refusal;
    }

    static int u16(ByteBuffer at) {
        return Short.toUnsignedInt(at.getShort());
    }

    static long u32(ByteBuffer at) {
        return Integer.toUnsignedLong(at.getInt());
    }

    static long u64(ByteBuffer at) {
        return bounded(at.getLong());
    }

    private static long bounded(long unsigned) {
        return unsigned < 0 ? LARGEST_NUMBER : Math.min(unsigned, LARGEST_NUMBER);
    }

    static String text(ByteBuffer at, int length) {
        byte[] bytes = new byte[length];
        at.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
