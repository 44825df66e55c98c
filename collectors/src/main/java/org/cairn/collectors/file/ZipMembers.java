package org.cairn.collectors.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.cairn.collectors.host.RandomBytes;

/// Reads a zip archive by its central directory (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16), and distrusts
/// it: flags that claim encryption do not hide a member, and headers that disagree are a defect.
/// @param defects what keeps the archive from being read as a whole
record ZipMembers(List<Member> members, List<String> defects) {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int END_64 = 0x06064b50;
    private static final int EXTRA_64 = 0x0001; // section 4.5.3
    private static final long FULL = 0xffff_ffffL;
    private static final int END_SEARCH_BYTES = 22 + 65_535;
    private static final int DIRECTORY_LIMIT = 16 * 1024 * 1024;
    private static final int ENCRYPTION_FLAGS = 0x1 | 0x20 | 0x40; // section 4.4.4, bits 0, 5 and 6

    /// @param stored whether it is kept without compression
    record Member(String name, boolean stored, boolean supported, long crc32, long packed, long size, long header) {
        /// Whether `content` is the whole member as its directory entry describes it (section 4.4.7).
        boolean isWholly(byte[] content) {
            CRC32 check = new CRC32();
            check.update(content);
            return content.length == size && check.getValue() == crc32;
        }
    }

    ZipMembers {
        members = List.copyOf(members);
        defects = List.copyOf(defects);
    }

    static ZipMembers read(RandomBytes file) throws IOException {
        List<Member> members = new ArrayList<>();
        List<String> defects = new ArrayList<>();
        long tailAt = Math.max(0, file.size() - END_SEARCH_BYTES);
        ByteBuffer tail = little(file.read(tailAt, END_SEARCH_BYTES));
        int end = endRecord(tail);
        if (end < 0) {
            return new ZipMembers(members, List.of("no end of central directory"));
        }
        Directory central = directoryOf(file, tail, end, tailAt + end);
        if (central.size() < 0
                || central.size() > DIRECTORY_LIMIT
                || central.start() < 0
                || central.start() > file.size() - central.size()) {
            return new ZipMembers(members, List.of("a central directory outside the file, or too large"));
        }
        directory(little(file.read(central.start(), (int) central.size())), central.count(), members, defects);
        for (Member member : members) {
            localName(file, member)
                    .filter(name -> !name.equals(member.name()))
                    .ifPresent(name ->
                            defects.add("member " + member.name() + " is called " + name + " in its own header"));
        }
        return new ZipMembers(members, defects);
    }

    private record Directory(long start, long size, long count) {}

    /// The end record says where the directory lies; where its fields are full, the zip64 end record does (sections
    /// 4.3.14 and 4.3.15: a locator of 20 bytes stands right before the end record).
    private static Directory directoryOf(RandomBytes file, ByteBuffer tail, int end, long endAt) throws IOException {
        ByteBuffer locator = little(file.read(Math.max(0, endAt - 20), 20));
        if (endAt >= 20 && locator.limit() == 20 && locator.getInt(0) == LOCATOR_64) {
            ByteBuffer large = little(file.read(Math.max(0, locator.getLong(8)), 56));
            if (large.limit() == 56 && large.getInt(0) == END_64) {
                return new Directory(large.getLong(48), large.getLong(40), large.getLong(32));
            }
        }
        return new Directory(
                tail.getInt(end + 16) & 0xffff_ffffL,
                tail.getInt(end + 12) & 0xffff_ffffL,
                tail.getShort(end + 10) & 0xffffL);
    }

    private static int endRecord(ByteBuffer tail) {
        for (int at = tail.limit() - 22; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                return at;
            }
        }
        return -1;
    }

    private static void directory(ByteBuffer directory, long count, List<Member> members, List<String> defects) {
        while (directory.remaining() >= 46 && directory.getInt(directory.position()) == CENTRAL) {
            int at = directory.position();
            int flags = directory.getShort(at + 8) & 0xffff;
            int method = directory.getShort(at + 10) & 0xffff;
            int nameLength = directory.getShort(at + 28) & 0xffff;
            int next =
                    46 + nameLength + (directory.getShort(at + 30) & 0xffff) + (directory.getShort(at + 32) & 0xffff);
            if (next > directory.remaining()) {
                break;
            }
            Member member = member(directory, at, nameLength, method);
            members.add(member);
            if ((flags & ENCRYPTION_FLAGS) != 0) {
                defects.add("member " + member.name() + " is marked as encrypted");
            }
            directory.position(at + next);
        }
        if (members.size() != count) {
            defects.add("the central directory lists " + count + " members and holds " + members.size());
        }
    }

    private static Member member(ByteBuffer directory, int at, int nameLength, int method) {
        byte[] name = new byte[nameLength];
        directory.get(at + 46, name);
        byte[] extra = new byte[directory.getShort(at + 30) & 0xffff];
        directory.get(at + 46 + nameLength, extra);
        ByteBuffer large = large(extra);
        long size = orLarge(directory.getInt(at + 24) & FULL, large);
        long packed = orLarge(directory.getInt(at + 20) & FULL, large);
        long header = orLarge(directory.getInt(at + 42) & FULL, large);
        return new Member(
                new String(name, StandardCharsets.UTF_8),
                method == 0,
                method == 0 || method == 8,
                directory.getInt(at + 16) & FULL,
                packed,
                size,
                header);
    }

    /// The values of the zip64 extra field: those of size, packed size and header whose own field is full, in order.
    private static ByteBuffer large(byte[] extra) {
        ByteBuffer fields = little(extra);
        while (fields.remaining() >= 4) {
            int id = fields.getShort() & 0xffff;
            int length = Math.min(fields.getShort() & 0xffff, fields.remaining());
            if (id == EXTRA_64) {
                return fields.slice(fields.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            }
            fields.position(fields.position() + length);
        }
        return little(new byte[0]);
    }

    private static long orLarge(long field, ByteBuffer large) {
        return field == FULL && large.remaining() >= 8 ? Math.max(0, large.getLong()) : field;
    }

    private static Optional<String> localName(RandomBytes file, Member member) throws IOException {
        ByteBuffer header = little(file.read(member.header(), 30));
        if (header.limit() < 30 || header.getInt(0) != LOCAL) {
            return Optional.of("(no header)");
        }
        return Optional.of(
                new String(file.read(member.header() + 30, header.getShort(26) & 0xffff), StandardCharsets.UTF_8));
    }

    /// The member's content, at most `limit` bytes of it; empty if it is packed in a way we do not know or is damaged.
    static Optional<byte[]> content(RandomBytes file, Member member, int limit) throws IOException {
        ByteBuffer header = little(file.read(member.header(), 30));
        if (header.limit() < 30 || header.getInt(0) != LOCAL || !member.supported()) {
            return Optional.empty();
        }
        long data = member.header() + 30 + (header.getShort(26) & 0xffff) + (header.getShort(28) & 0xffff);
        byte[] packed = file.read(data, (int) Math.min(member.packed(), limit));
        return member.stored() ? Optional.of(packed) : inflate(packed, limit);
    }

    private static Optional<byte[]> inflate(byte[] packed, int limit) {
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(packed);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[16_384];
            while (!inflater.finished() && out.size() < limit) {
                int produced = inflater.inflate(buffer);
                if (produced == 0) {
                    break;
                }
                out.write(buffer, 0, Math.min(produced, limit - out.size()));
            }
            return Optional.of(out.toByteArray());
        } catch (DataFormatException _) {
            return Optional.empty();
        }
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
