package org.cairn.reports.xlsx;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.cairn.proof.Bytes;

/// Finds the sheets of a workbook and the texts they share (ECMA-376 part 1, 18.2 and 18.4).
record WorkbookReading(String name, PackedParts parts) {
    private static final int MOST_SHEETS = 64;

    private record Listed(String name, boolean hidden, String relation) {}

    StoredWorkbook workbook() throws MalformedWorkbook {
        try {
            List<String> shared = shared();
            Map<String, String> targets = targets();
            boolean since1904 = false;
            List<Listed> listed = new ArrayList<>();
            XMLStreamReader xml = xml(parts.part("xl/workbook.xml"));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    if (xml.getLocalName().equals("workbookPr")) {
                        String said = attribute(xml, "date1904").orElse("");
                        since1904 = said.equals("1") || said.equals("true");
                    } else if (xml.getLocalName().equals("sheet")) {
                        listed.add(new Listed(
                                attribute(xml, "name").orElse(""),
                                !attribute(xml, "state").orElse("visible").equals("visible"),
                                attribute(xml, "id").orElse("")));
                    }
                }
            }
            if (listed.size() > MOST_SHEETS) {
                throw parts.refused("has more than " + MOST_SHEETS + " sheets; export the workbook again");
            }
            List<StoredSheet> sheets = new ArrayList<>();
            for (Listed sheet : listed) {
                Bytes part = parts.part(targets.getOrDefault(sheet.relation(), "xl/worksheets/?"));
                sheets.add(new SheetReading(xml(part), shared, parts).sheet(sheet.name(), sheet.hidden()));
            }
            return new StoredWorkbook(sheets, since1904);
        } catch (XMLStreamException e) {
            throw new MalformedWorkbook(
                    name + ": a part of it is no XML as a workbook has it (" + firstLine(e) + "); save it as .xlsx"
                            + " again",
                    e);
        }
    }

    /// Parts by the id of the relationship.
    private Map<String, String> targets() throws MalformedWorkbook, XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        XMLStreamReader xml = xml(parts.part("xl/_rels/workbook.xml.rels"));
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("Relationship")) {
                if (attribute(xml, "TargetMode").orElse("").equals("External")) {
                    throw parts.refused("links to another file (xl/_rels/workbook.xml.rels); remove the link");
                }
                String target = attribute(xml, "Target").orElse("");
                targets.put(
                        attribute(xml, "Id").orElse(""), target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        }
        return targets;
    }

    private List<String> shared() throws MalformedWorkbook, XMLStreamException {
        List<String> texts = new ArrayList<>();
        Optional<Bytes> part = parts.find("xl/sharedStrings.xml");
        if (part.isPresent()) {
            XMLStreamReader xml = xml(part.get());
            RichText text = new RichText();
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("si")) {
                    texts.add(text.read(xml, "si"));
                }
            }
        }
        return texts;
    }

    /// Without document types: no entity is expanded and nothing outside is read.
    private XMLStreamReader xml(Bytes part) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(new ByteArrayInputStream(part.toByteArray()));
    }

    static Optional<String> attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return Optional.of(xml.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
