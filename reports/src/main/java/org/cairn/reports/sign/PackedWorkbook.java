package org.cairn.reports.sign;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.cairn.proof.Bytes;

/// A workbook that is signed without being unpacked: its parts are read where they lie, and stand in the signed
/// workbook
/// as they stood in the unsigned one. A sheet of 100,000 rows has 140 MB unpacked, more than the library takes into
/// memory.
final class PackedWorkbook implements Closeable {
    private static final String TYPES = "[Content_Types].xml";
    private static final String ROOT_RELATIONS = "_rels/.rels";
    private static final String SIGNATURES = "_xmlsignatures/";
    private static final int LONG_PART = 1 << 20;
    private static final int SIGNATURE_SIZE = 1 << 16;

    private final ZipFile zip;
    private final int size;

    PackedWorkbook(Bytes workbook) throws IOException {
        this.size = workbook.size();
        this.zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook.toByteArray()))
                .get();
    }

    /// To be read.
    OPCPackage parts() throws InvalidFormatException {
        return OPCPackage.open(new ZipFileZipEntrySource(zip));
    }

    /// To be added to: all parts, the long ones without what is in them.
    OPCPackage frame() throws IOException, InvalidFormatException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream frame = new ZipOutputStream(out)) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                frame.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getSize() < LONG_PART) {
                    try (InputStream part = zip.getInputStream(entry)) {
                        part.transferTo(frame);
                    }
                }
                frame.closeEntry();
            }
        }
        return OPCPackage.open(new ByteArrayInputStream(out.toByteArray()));
    }

    /// The workbook with the signatures of `frame`.
    Bytes with(OPCPackage frame) throws IOException {
        ByteArrayOutputStream added = new ByteArrayOutputStream();
        frame.save(added);
        ByteArrayOutputStream out = new ByteArrayOutputStream(size + SIGNATURE_SIZE);
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(added.toByteArray()));
                ZipArchiveOutputStream signed = new ZipArchiveOutputStream(out)) {
            signed.setUseZip64(Zip64Mode.Never);
            long time = zip.getEntry(TYPES).getTime();
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                if (signs(entry.getName())) {
                    ZipArchiveEntry changed = new ZipArchiveEntry(entry.getName());
                    changed.setTime(time);
                    signed.putArchiveEntry(changed);
                    from.transferTo(signed);
                    signed.closeArchiveEntry();
                }
            }
            zip.copyRawEntries(signed, entry -> !signs(entry.getName()));
        }
        return Bytes.copyOf(out.toByteArray());
    }

    /// Whether a signature changes or brings the part.
    private static boolean signs(String part) {
        return part.equals(TYPES) || part.equals(ROOT_RELATIONS) || part.startsWith(SIGNATURES);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
