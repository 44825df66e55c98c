package org.cairn.verifier;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cairn.proof.Defect;

/// Reads a zip's structure strictly: every byte belongs to exactly one record, the central directory and the local
/// headers say the same, and no name misleads. Reports all that is wrong, not the first.
final class ZipLayout {
    private static final int LONGEST_COMMENT = 0xffff;
    /// A name has at most 240, which leaves as much for times and owners.
    private static final int NAME_AND_EXTRA_BYTES = 512;

    private final ZipSource zip;
    private final Limits limits;
    private final List<Defect> defects = new ArrayList<>();
    private final TreeMap<String, ZipMember> members = new TreeMap<>();
    private final Set<String> faulty = new TreeSet<>();

    private ZipLayout(ZipSource zip, Limits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    static ZipDirectory read(ZipSource zip, Limits limits) throws RefusedInput {
        var layout = new ZipLayout(zip, limits);
        boolean readable = layout.read();
        return new ZipDirectory(layout.members, layout.faulty, List.copyOf(layout.defects), readable);
    }

    private boolean read() throws RefusedInput {
        long end = endRecord();
        if (end + ZipRecords.END_BYTES != zip.size()) {
            container((zip.size() - end - ZipRecords.END_BYTES) + " bytes follow the end of the zip");
        }
        ByteBuffer record = zip.read(end + 4, ZipRecords.END_BYTES - 4);
        ZipRecords.End small = ZipRecords.End.read(record);
        if (ZipRecords.u16(record) != 0) {
            container("its end record announces a comment, which no pack has");
        }
        Optional<Long> end64 = end64(end);
        ZipRecords.End said = end64.isPresent() ? large(end64.get()) : small;
        if (!small.defersTo(said)) {
            container("its end record and its zip64 end record differ");
            return false;
        }
        return directory(said, end64.orElse(end));
    }

    private boolean directory(ZipRecords.End said, long end) throws RefusedInput {
        if (said.disk() != 0 || said.directoryDisk() != 0 || said.filesHere() != said.files()) {
            container("is one disk of a split zip, or its end record is damaged");
            return false;
        }
        if (said.files() > limits.files()) {
            throw refused("holds " + said.files() + " files; at most " + limits.files() + " are read");
        }
        if (said.directoryAt() + said.directoryBytes() != end) {
            container("its directory does not end where its end record begins: data was put before, after or between"
                    + " its parts, or the end record is damaged (bytes " + said.directoryAt() + " + "
                    + said.directoryBytes() + ", expected " + end + ")");
            return false;
        }
        return directory(said.directoryAt(), said.directoryBytes(), (int) said.files());
    }

    /// Where the zip64 end record begins, if the zip has one: what leads to it lies right before the end record.
    private Optional<Long> end64(long end) throws RefusedInput {
        long locator = end - ZipRecords.LOCATOR_BYTES;
        long record = locator - ZipRecords.END64_BYTES;
        if (record < 0) {
            return Optional.empty();
        }
        ByteBuffer at = zip.read(locator, ZipRecords.LOCATOR_BYTES);
        if (at.getInt() != ZipRecords.LOCATOR_SIGNATURE) {
            return Optional.empty();
        }
        long disk = ZipRecords.u32(at);
        long offset = ZipRecords.u64(at);
        long disks = ZipRecords.u32(at);
        ByteBuffer head = zip.read(record, 12);
        boolean sound = head.getInt() == ZipRecords.END64_SIGNATURE
                && ZipRecords.u64(head) == ZipRecords.END64_BYTES - 12
                && offset == record
                && disk == 0
                && disks == 1;
        if (!sound) {
            container("its zip64 end record is damaged or not where it has to be");
        }
        return Optional.of(record);
    }

    private ZipRecords.End large(long end64) throws RefusedInput {
        return ZipRecords.End.read64(zip.read(end64 + 16, ZipRecords.END64_BYTES - 16));
    }

    /// Where the end record begins. It ends the file; searched further back only to say what follows it.
    private long endRecord() throws RefusedInput {
        int window = (int) Math.min(zip.size(), ZipRecords.END_BYTES + LONGEST_COMMENT);
        ByteBuffer tail = zip.read(zip.size() - window, window);
        for (int at = window - ZipRecords.END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == ZipRecords.END_SIGNATURE) {
                return zip.size() - window + at;
            }
        }
        boolean begins = zip.size() >= 4 && zip.read(0, 4).getInt() == ZipRecords.LOCAL_SIGNATURE;
        throw begins
                ? refused("begins as a zip, but its end is missing: the copy was cut short or its end is damaged; get"
                        + " the file again")
                : refused("is not a zip, so it is not a pack");
    }

    private boolean directory(long at, long bytes, int files) throws RefusedInput {
        long most = (files + 1L) * (ZipRecords.CENTRAL_BYTES + NAME_AND_EXTRA_BYTES);
        if (bytes > most) {
            throw refused("has a directory of " + bytes + " bytes, more than " + files + " files need");
        }
        ByteBuffer records = zip.read(at, (int) bytes);
        List<ZipRecords.Central> entries = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            Optional<ZipRecords.Central> entry = ZipRecords.central(records);
            if (entry.isEmpty()) {
                container("its directory breaks off or is damaged at file " + (i + 1) + " of " + files);
                return false;
            }
            entries.add(entry.get());
        }
        if (records.hasRemaining()) {
            container(records.remaining() + " bytes in its directory belong to no file");
        }
        bounds(entries);
        locals(entries, at);
        return true;
    }

    /// Refuses before anything is unpacked.
    private void bounds(List<ZipRecords.Central> entries) throws RefusedInput {
        long total = 0;
        for (ZipRecords.Central entry : entries) {
            long size = entry.header().size();
            String name = MemberName.printable(entry.name());
            if (size > limits.fileBytes()) {
                throw refused(name + " unpacks to " + size + " bytes; at most " + limits.fileBytes() + " are read");
            }
            if (size > Limits.SMALL_BYTES
                    && size / limits.ratio() > entry.header().stored()) {
                throw refused(name + " unpacks to " + size + " bytes from "
                        + entry.header().stored() + "; at most " + limits.ratio() + " times the stored size is read");
            }
            total += size;
        }
        if (total > limits.totalBytes()) {
            throw refused("unpacks to " + total + " bytes; at most " + limits.totalBytes() + " are read");
        }
    }

    /// Walks the local headers in the order they lie in the file: without gap, without overlap.
    private void locals(List<ZipRecords.Central> entries, long directoryAt) throws RefusedInput {
        Map<String, String> spellings = new HashMap<>();
        List<ZipRecords.Central> inOrder = new ArrayList<>(entries);
        inOrder.sort(Comparator.comparingLong(ZipRecords.Central::offset));
        long expected = 0;
        for (ZipRecords.Central entry : inOrder) {
            String name = MemberName.printable(entry.name());
            if (entry.offset() != expected) {
                fault(
                        name,
                        entry.offset() < expected
                                ? "overlaps another file in the zip"
                                : (entry.offset() - expected) + " bytes before it in the zip belong to no file");
            }
            expected = local(entry, name, directoryAt);
            names(entry, name, spellings);
        }
        if (expected != directoryAt) {
            container("the last file does not end where the directory begins");
        }
        folders();
    }

    private void names(ZipRecords.Central entry, String name, Map<String, String> spellings) {
        String path = entry.folder() ? entry.name().substring(0, entry.name().length() - 1) : entry.name();
        entry.refusal().ifPresent(why -> fault(name, why));
        MemberName.refusal(path).ifPresent(why -> fault(name, why));
        String other = spellings.putIfAbsent(path.toLowerCase(Locale.ROOT), name);
        if (other != null) {
            fault(name, other.equals(name) ? "occurs twice in the zip" : "differs from " + other + " only in case");
        }
    }

    /// Compares one local header with its central one; gives where its data ends.
    private long local(ZipRecords.Central entry, String name, long directoryAt) throws RefusedInput {
        long headerEnd = entry.offset() + ZipRecords.LOCAL_BYTES;
        if (headerEnd > directoryAt) {
            fault(name, "lies outside the zip's files");
            return headerEnd;
        }
        ByteBuffer at = zip.read(entry.offset(), ZipRecords.LOCAL_BYTES);
        boolean signed = at.getInt() == ZipRecords.LOCAL_SIGNATURE;
        ZipRecords.Header header = ZipRecords.Header.read(at);
        int nameLength = ZipRecords.u16(at);
        int extraLength = ZipRecords.u16(at);
        long dataAt = headerEnd + nameLength + extraLength;
        long dataEnd = dataAt + entry.header().stored();
        boolean deferred = entry.header().hasDescriptor();
        long next = deferred ? dataEnd + ZipRecords.DESCRIPTOR_BYTES : dataEnd;
        if (next > directoryAt) {
            fault(name, "reaches beyond the zip's files");
            return next;
        }
        ByteBuffer names = zip.read(headerEnd, nameLength + extraLength);
        boolean same = ZipRecords.text(names, nameLength).equals(entry.name())
                && (header.equals(entry.header())
                        || deferred && header.equals(entry.header().deferred()));
        Optional<String> extra = ZipRecords.extraRefusal(names, extraLength, false);
        if (!signed || !same) {
            fault(name, "its header in the zip and its line in the directory differ");
        } else if (deferred && !descriptor(entry.header(), dataEnd)) {
            fault(name, "its data descriptor differs from its line in the directory");
        } else if (extra.isPresent()) {
            fault(name, extra.get());
        } else if (entry.folder()) {
            folder(entry, name);
        } else {
            member(entry, dataAt);
        }
        return next;
    }

    private boolean descriptor(ZipRecords.Header header, long position) throws RefusedInput {
        ByteBuffer at = zip.read(position, ZipRecords.DESCRIPTOR_BYTES);
        return at.getInt() == ZipRecords.DESCRIPTOR_SIGNATURE
                && ZipRecords.u32(at) == header.crc()
                && ZipRecords.u32(at) == header.stored()
                && ZipRecords.u32(at) == header.size();
    }

    private void folder(ZipRecords.Central entry, String name) {
        if (entry.header().size() != 0 || entry.header().stored() > 2) {
            fault(name, "is a folder with content");
        }
    }

    private void member(ZipRecords.Central entry, long dataAt) {
        ZipRecords.Header header = entry.header();
        members.putIfAbsent(
                entry.name(),
                new ZipMember(
                        entry.name(), header.method() == 8, header.crc(), header.stored(), header.size(), dataAt));
    }

    /// A name that is a file cannot be a folder too.
    private void folders() {
        faulty.forEach(members::remove);
        for (String name : List.copyOf(members.keySet())) {
            String below = members.higherKey(name + "/");
            if (below != null && below.startsWith(name + "/")) {
                fault(name, "is a file and, for " + below + ", a folder");
            }
        }
    }

    private void fault(String name, String problem) {
        faulty.add(name);
        defects.add(new Defect(name, Optional.empty(), problem));
    }

    private void container(String problem) {
        defects.add(new Defect(String.valueOf(zip.path().getFileName()), Optional.empty(), problem));
    }

    private RefusedInput refused(String problem) {
        return new RefusedInput(zip.path() + ": " + problem);
    }
}
