package org.cairn.reports.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.cairn.frameworks.own.Draft;
import org.cairn.frameworks.own.MalformedFramework;
import org.cairn.frameworks.own.TableReading;

/// Reads the table of an own framework from the first sheet of a workbook, cell by cell. A cell that holds a formula is
/// refused and never calculated.
public final class FrameworkSheet {
    /// Characters that all texts of a workbook may have together; a zip that unpacks to more is refused.
    private static final long MOST_CHARACTERS = 64L * 1024 * 1024;

    /// Bytes of all parts together.
    private static final long MOST_UNPACKED = 512L * 1024 * 1024;

    /// Bytes of a part that is neither sheet nor texts.
    private static final long MOST_OF_A_SMALL_PART = 8L * 1024 * 1024;

    private final TableReading table;
    private long characters;

    private FrameworkSheet(TableReading table) {
        this.table = table;
    }

    /// @param name as messages name the file
    /// @throws MalformedFramework with every fault
    public static Draft read(String name, Path file) throws MalformedFramework {
        TableReading table = new TableReading(name);
        new FrameworkSheet(table).read(file);
        return table.draft();
    }

    private void read(Path file) throws MalformedFramework {
        try {
            refuseLarge(file);
            try (OPCPackage archive = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
                sheet(new XSSFReader(archive));
            }
        } catch (OpenXML4JException
                | OpenXML4JRuntimeException
                | POIXMLException
                | UnsupportedFileFormatException
                | IOException
                | XMLStreamException e) {
            throw table.broken(
                    "workbook", "cannot be read (" + firstLine(String.valueOf(e.getMessage())) + "); save it as .xlsx");
        }
    }

    private void sheet(XSSFReader reader)
            throws MalformedFramework, IOException, OpenXML4JException, XMLStreamException {
        List<String> shared = shared(reader);
        Iterator<InputStream> sheets = reader.getSheetsData();
        if (!sheets.hasNext()) {
            throw table.broken("workbook", "has no sheet");
        }
        try (InputStream sheet = sheets.next()) {
            new SheetCells(xml(sheet), shared, table, this::count).read();
        }
    }

    /// Sheets and texts are read bit by bit, the small parts as a whole.
    private void refuseLarge(Path file) throws MalformedFramework, IOException {
        long unpacked = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            byte[] window = new byte[64 * 1024];
            for (ZipEntry entry : Collections.list(zip.entries())) {
                long size = 0;
                try (InputStream part = zip.getInputStream(entry)) {
                    for (int got = part.read(window); got >= 0; got = part.read(window)) {
                        size += got;
                        unpacked += got;
                        if (size > limit(entry.getName()) || unpacked > MOST_UNPACKED) {
                            throw table.broken(
                                    "workbook", entry.getName() + " unpacks to more than is read; split the framework");
                        }
                    }
                }
            }
        }
    }

    private static long limit(String part) {
        boolean bitByBit = part.startsWith("xl/worksheets/sheet") || part.equals("xl/sharedStrings.xml");
        return bitByBit ? MOST_UNPACKED : MOST_OF_A_SMALL_PART;
    }

    private List<String> shared(XSSFReader reader)
            throws MalformedFramework, IOException, OpenXML4JException, XMLStreamException {
        List<String> texts = new ArrayList<>();
        try (InputStream part = reader.getSharedStringsData()) {
            if (part == null) {
                return texts;
            }
            XMLStreamReader xml = xml(part);
            RichText text = new RichText();
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("si")) {
                    texts.add(count(text.read(xml, "si")));
                }
            }
        }
        return texts;
    }

    private String count(String text) throws MalformedFramework {
        // an empty text costs as well
        characters += text.length() + 16L;
        if (characters > MOST_CHARACTERS) {
            throw table.broken(
                    "workbook", "holds more text than " + MOST_CHARACTERS + " characters; split the framework");
        }
        return text;
    }

    /// Without document types: no entity is expanded and nothing outside is read.
    private static XMLStreamReader xml(InputStream part) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(part);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
