package org.cairn.reports.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cairn.proof.Bytes;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/// The XML of a workbook as it lies in the zip, without the library that wrote it.
record WorkbookParts(Map<String, Document> documents) {
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// @param type last word of the relationship's type
    record Relation(String type, String target) {}

    static WorkbookParts of(Bytes workbook) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        Map<String, Document> documents = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                documents.put(
                        "/" + entry.getName(),
                        factory.newDocumentBuilder().parse(new ByteArrayInputStream(zip.readAllBytes())));
            }
        }
        return new WorkbookParts(documents);
    }

    Element root(String part) throws IOException {
        Document document = documents.get(part);
        if (document == null) {
            throw new IOException("no part " + part + " among " + documents.keySet());
        }
        return document.getDocumentElement();
    }

    /// Names of sheets and their parts, in the workbook's order.
    Map<String, String> sheets() throws IOException {
        Map<String, String> sheets = new LinkedHashMap<>();
        for (Element sheet : all(root("/xl/workbook.xml"), "sheet")) {
            sheets.put(
                    sheet.getAttribute("name"),
                    related("/xl/workbook.xml", sheet).target());
        }
        return sheets;
    }

    List<String> named(String start) {
        return documents.keySet().stream()
                .filter(name -> name.startsWith(start))
                .toList();
    }

    Map<String, Relation> relations(String part) throws IOException {
        int slash = part.lastIndexOf('/');
        String file = part.substring(0, slash) + "/_rels" + part.substring(slash) + ".rels";
        Map<String, Relation> relations = new LinkedHashMap<>();
        if (documents.containsKey(file)) {
            for (Element each : all(root(file), "Relationship")) {
                String type = each.getAttribute("Type");
                relations.put(
                        each.getAttribute("Id"),
                        new Relation(
                                type.substring(type.lastIndexOf('/') + 1),
                                URI.create(part)
                                        .resolve(each.getAttribute("Target"))
                                        .getPath()));
            }
        }
        return relations;
    }

    /// What an element of `part` refers to.
    Relation related(String part, Element element) throws IOException {
        String id = element.getAttributeNS(RELATIONS, "id");
        Relation relation = relations(part).get(id);
        if (relation == null) {
            throw new IOException(part + " has no relation " + id);
        }
        return relation;
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> all(Element parent, String localName) {
        NodeList found = parent.getElementsByTagNameNS("*", localName);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    static Element only(Element parent, String localName) throws IOException {
        List<Element> found = all(parent, localName);
        if (found.size() != 1) {
            throw new IOException(found.size() + " of " + localName);
        }
        return found.getFirst();
    }

    /// What a cell shows, by its reference; empty where there is none.
    static String cell(Element sheet, String reference) {
        return all(sheet, "c").stream()
                .filter(cell -> cell.getAttribute("r").equals(reference))
                .findFirst()
                .map(Element::getTextContent)
                .orElse("");
    }
}
