package org.cairn.reports.xlsx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.cairn.proof.Bytes;

/// The parts of a workbook, unpacked within bounds.
final class PackedParts {
    private static final int MOST_PARTS = 500;
    private static final int MOST_BYTES = 64 << 20;
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private record Strange(String inName, String what) {}

    private static final List<Strange> STRANGE = List.of(
            new Strange("vbaproject", "holds a macro"),
            new Strange("macrosheets/", "holds a macro sheet"),
            new Strange("externallinks/", "links to another workbook"),
            new Strange("connections.xml", "fetches data from elsewhere"),
            new Strange("querytables/", "fetches data from elsewhere"),
            new Strange("embeddings/", "holds another file"),
            new Strange("activex/", "holds a control that runs"));

    private final String name;
    private final Map<String, Bytes> parts = new HashMap<>();

    private PackedParts(String name) {
        this.name = name;
    }

    static PackedParts of(String name, Bytes content) throws MalformedWorkbook {
        PackedParts parts = new PackedParts(name);
        byte[] bytes = content.toByteArray();
        if (bytes.length >= OLE.length && java.util.Arrays.equals(bytes, 0, OLE.length, OLE, 0, OLE.length)) {
            throw parts.refused("is locked with a password, or an .xls; save it as .xlsx without a password");
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            parts.unpack(zip);
        } catch (IOException | IllegalArgumentException e) {
            throw new MalformedWorkbook(
                    name + ": cannot be unpacked (" + e.getMessage() + "); save it as .xlsx again", e);
        }
        if (parts.parts.isEmpty()) {
            throw parts.refused("is no workbook; save it as .xlsx");
        }
        return parts;
    }

    private void unpack(ZipInputStream zip) throws IOException, MalformedWorkbook {
        long left = MOST_BYTES;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String part = entry.getName();
            refuseStrange(part);
            if (parts.size() >= MOST_PARTS) {
                throw refused("has more than " + MOST_PARTS + " parts; export the workbook again and fill that one");
            }
            ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
            byte[] window = new byte[1 << 16];
            for (int got = zip.read(window); got >= 0; got = zip.read(window)) {
                left -= got;
                if (left < 0) {
                    throw refused(part + " unpacks to more than " + (MOST_BYTES >> 20)
                            + " MiB with the parts before it; export the workbook again and fill that one");
                }
                unpacked.write(window, 0, got);
            }
            if (parts.putIfAbsent(part, Bytes.copyOf(unpacked.toByteArray())) != null) {
                throw refused(part + " stands in it twice; save it as .xlsx again");
            }
        }
    }

    private void refuseStrange(String part) throws MalformedWorkbook {
        String lower = part.toLowerCase(Locale.ROOT);
        for (Strange strange : STRANGE) {
            if (lower.contains(strange.inName())) {
                throw refused(strange.what() + " (" + part + "); remove it and save it as .xlsx");
            }
        }
    }

    Optional<Bytes> find(String part) {
        return Optional.ofNullable(parts.get(part));
    }

    Bytes part(String part) throws MalformedWorkbook {
        return find(part).orElseThrow(() -> refused(part + " is missing; save it as .xlsx again"));
    }

    MalformedWorkbook refused(String why) {
        return new MalformedWorkbook(name + ": " + why);
    }
}
