package org.cairn.reports.sign;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.cairn.proof.Bytes;

/// Changes a zip as a forger would.
final class Zips {
    private Zips() {}

    static Bytes replace(Bytes zip, String name, String from, String to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()));
                ZipOutputStream copy = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                copy.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = in.readAllBytes();
                copy.write(
                        entry.getName().equals(name)
                                ? new String(content, StandardCharsets.UTF_8)
                                        .replace(from, to)
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        }
        return Bytes.copyOf(out.toByteArray());
    }
}
