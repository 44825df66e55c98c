package org.cairn.app.preview;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.cairn.app.preview.Preview.Grid;
import org.cairn.proof.Bytes;

/// The first sheet of an Excel workbook (ECMA-376 part 1 section 18.3): the values as they are stored, so that a day is
/// shown as its number. No formula is worked out, no document type declaration read, nothing fetched.
final class Workbook {
    private static final long MOST_BYTES = 64L << 20;
    private static final int MOST_ENTRIES = 5_000;
    private static final int LONGEST_VALUE = 2_000;
    private static final byte[] NO_TEXTS = "<sst/>".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_SHARED = 200_000;

    private Workbook() {}

    static Preview read(Bytes content) throws IOException {
        Map<String, byte[]> parts = parts(content);
        if (parts.isEmpty()) {
            return new Preview.Nothing(Preview.Why.TOO_MUCH, "");
        }
        String sheet = parts.keySet().stream()
                .filter(name -> name.startsWith("xl/worksheets/sheet"))
                .min((one, other) -> one.length() != other.length()
                        ? Integer.compare(one.length(), other.length())
                        : one.compareTo(other))
                .orElse("");
        if (sheet.isEmpty()) {
            return new Preview.Nothing(Preview.Why.LIES, "no worksheet");
        }
        try {
            byte[] texts = parts.getOrDefault("xl/sharedStrings.xml", NO_TEXTS);
            return sheet(xml(parts.getOrDefault(sheet, NO_TEXTS)), shared(xml(texts)));
        } catch (XMLStreamException e) {
            throw new IOException("a part of it is no XML", e);
        }
    }

    /// The parts that are shown, unpacked; none where all of them together are too large.
    private static Map<String, byte[]> parts(Bytes content) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        long all = 0;
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                boolean wanted = name.equals("xl/sharedstrings.xml") || name.startsWith("xl/worksheets/sheet");
                ByteArrayOutputStream part = new ByteArrayOutputStream();
                all += copy(zip, part, MOST_BYTES - all, wanted);
                entries++;
                if (all >= MOST_BYTES || entries > MOST_ENTRIES) {
                    return Map.of();
                }
                if (wanted) {
                    parts.put(entry.getName(), part.toByteArray());
                }
            }
        }
        return parts.isEmpty() ? Map.of("", new byte[0]) : parts;
    }

    private static long copy(InputStream in, ByteArrayOutputStream out, long most, boolean keep) throws IOException {
        byte[] chunk = new byte[1 << 16];
        long size = 0;
        for (int read = in.read(chunk); read >= 0 && size < most; read = in.read(chunk)) {
            size += read;
            if (keep) {
                out.write(chunk, 0, read);
            }
        }
        return size;
    }

    private static XMLStreamReader xml(byte[] part) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory.createXMLStreamReader(new ByteArrayInputStream(part));
    }

    private static List<String> shared(XMLStreamReader xml) throws XMLStreamException {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT ->
                    inText = xml.getLocalName().equals("t");
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(text, xml, inText);
                case XMLStreamConstants.END_ELEMENT -> {
                    inText = false;
                    if (xml.getLocalName().equals("si") && texts.size() < MOST_SHARED) {
                        texts.add(text.toString());
                        text.setLength(0);
                    }
                }
                default -> {}
            }
        }
        return texts;
    }

    private static void append(StringBuilder text, XMLStreamReader xml, boolean wanted) {
        if (wanted && text.length() < LONGEST_VALUE) {
            text.append(xml.getText(), 0, Math.min(xml.getText().length(), LONGEST_VALUE));
        }
    }

    private static Grid sheet(XMLStreamReader xml, List<String> shared) throws XMLStreamException {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean inValue = false;
        boolean cut = false;
        String type = "";
        int column = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = xml.getLocalName();
                    inValue = name.equals("v") || name.equals("t");
                    if (name.equals("row")) {
                        row = new ArrayList<>();
                    } else if (name.equals("c")) {
                        value.setLength(0);
                        type = attribute(xml, "t");
                        column = column(attribute(xml, "r"), row.size());
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(value, xml, inValue);
                case XMLStreamConstants.END_ELEMENT -> {
                    inValue = false;
                    if (xml.getLocalName().equals("c")) {
                        cut |= !put(row, column, text(type, value.toString(), shared));
                    } else if (xml.getLocalName().equals("row")) {
                        if (rows.size() == Csv.MOST_ROWS) {
                            return new Grid(rows, true);
                        }
                        rows.add(row);
                    }
                }
                default -> {}
            }
        }
        return new Grid(rows, cut);
    }

    private static boolean put(List<String> row, int column, String value) {
        if (column >= Csv.MOST_COLUMNS) {
            return false;
        }
        while (row.size() < column) {
            row.add("");
        }
        if (row.size() == column) {
            row.add(value);
        }
        return true;
    }

    private static String text(String type, String value, List<String> shared) {
        if (!type.equals("s")) {
            return value;
        }
        try {
            int index = Integer.parseInt(value);
            return index >= 0 && index < shared.size() ? shared.get(index) : "";
        } catch (NumberFormatException _) {
            return "";
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /// `C7` is column 2; without a reference it is the next one.
    private static int column(String reference, int next) {
        int column = 0;
        for (int i = 0; i < reference.length() && i < 4 && Character.isLetter(reference.charAt(i)); i++) {
            column = column * 26 + (Character.toUpperCase(reference.charAt(i)) - 'A' + 1);
        }
        return column == 0 ? next : column - 1;
    }
}
