package org.cairn.app.workspace;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// Looks for a text in every file below a folder, in the forms in which programs write texts; zips, and so workbooks,
/// are opened, and PDFs read.
final class MarkerScan {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};

    /// By the document's SHA-256: the same pack is searched for one text after another.
    private static final Map<Digest, String> PAGE_TEXTS = new ConcurrentHashMap<>();

    private final Map<String, String> forms = new TreeMap<>();
    private final List<String> found = new ArrayList<>();

    private MarkerScan(String marker) {
        form("UTF-8", marker.getBytes(StandardCharsets.UTF_8));
        form("UTF-16LE", marker.getBytes(StandardCharsets.UTF_16LE));
        form("UTF-16BE", marker.getBytes(StandardCharsets.UTF_16BE));
        encoded("UTF-8", marker.getBytes(StandardCharsets.UTF_8));
        encoded("UTF-16LE", marker.getBytes(StandardCharsets.UTF_16LE));
        encoded("UTF-16BE", marker.getBytes(StandardCharsets.UTF_16BE));
    }

    /// @return each place with the form it was found in: `file!member (form)`
    static List<String> places(Path fileOrFolder, String marker) throws IOException {
        MarkerScan scan = new MarkerScan(marker);
        try (Stream<Path> all = Files.walk(fileOrFolder)) {
            for (Path path : all.sorted().toList()) {
                String name = fileOrFolder.relativize(path).toString();
                scan.form("of a name", name.getBytes(StandardCharsets.UTF_8), name);
                if (Files.isRegularFile(path)) {
                    scan.content(name, Files.readAllBytes(path));
                }
            }
        }
        return scan.found;
    }

    /// What the scan would find in bytes, for its own test.
    static List<String> forms(String marker, byte[] content) throws IOException {
        MarkerScan scan = new MarkerScan(marker);
        scan.content("", content);
        return scan.found;
    }

    private void content(String name, byte[] content) throws IOException {
        form("in", content, name);
        if (startsWith(content, ZIP)) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
                for (ZipEntry member = zip.getNextEntry(); member != null; member = zip.getNextEntry()) {
                    String inside = name + "!" + member.getName();
                    form("of a name", inside.getBytes(StandardCharsets.UTF_8), inside);
                    content(inside, zip.readAllBytes());
                }
            }
        } else if (startsWith(content, PDF)) {
            form("page text of", pageText(content).getBytes(StandardCharsets.UTF_8), name);
        }
    }

    private static String pageText(byte[] pdf) throws IOException {
        Digest hash = Digest.sha256(Bytes.copyOf(pdf));
        String known = PAGE_TEXTS.get(hash);
        if (known != null) {
            return known;
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", "");
            PAGE_TEXTS.put(hash, text);
            return text;
        }
    }

    private void form(String where, byte[] content, String name) {
        String searched = new String(content, StandardCharsets.ISO_8859_1);
        forms.forEach((form, needle) -> {
            if (searched.contains(needle)) {
                found.add(where + " " + name + " (" + form + ")");
            }
        });
    }

    private void form(String name, byte[] bytes) {
        forms.put(name, new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private void encoded(String charset, byte[] bytes) {
        String hex = HexFormat.of().formatHex(bytes);
        forms.put("hex of " + charset, hex);
        forms.put("capital hex of " + charset, hex.toUpperCase(Locale.ROOT));
        for (int before = 0; before < 3; before++) {
            forms.put("base64 of " + charset + " after " + before, base64(Base64.getEncoder(), before, bytes));
            forms.put("base64url of " + charset + " after " + before, base64(Base64.getUrlEncoder(), before, bytes));
        }
    }

    /// The digits that depend on these bytes alone, whatever stands before and after them.
    private static String base64(Base64.Encoder encoder, int before, byte[] bytes) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String digits = new String(encoder.encode(shifted), StandardCharsets.US_ASCII);
        return digits.substring((before * 8 + 5) / 6, shifted.length * 8 / 6);
    }

    private static boolean startsWith(byte[] content, byte[] start) {
        if (content.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (content[i] != start[i]) {
                return false;
            }
        }
        return true;
    }
}
