package org.cairn.collectors.imports;

import java.io.Reader;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Walks through an XML report from start tag to start tag. Document types, entities and everything outside the file
/// are off. Names are local names: the namespaces differ by version, the names do not.
public final class XmlCursor {
    /// XCCDF nests groups some ten deep.
    private static final int DEEPEST = 200;

    /// Distinct names of elements and attributes; the JDK's parser keeps each of them.
    private static final int MOST_NAMES = 20_000;

    private static final int LONGEST_TEXT = 64 << 10;

    private final XMLStreamReader reader;
    private final Set<String> names = new HashSet<>();
    private int depth;
    private boolean over;

    public XmlCursor(Reader text) throws UnreadableReport {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("refers to something outside the file");
        });
        try {
            reader = factory.createXMLStreamReader(new XmlGuard(text));
        } catch (XMLStreamException e) {
            throw Failing.at("line 1", e);
        }
    }

    /// The next start tag within the element at `within`, or empty once that element has ended. The depth of the
    /// document itself is 0.
    public Optional<String> nextChildOrDeeper(int within) throws UnreadableReport {
        while (!over) {
            int event = step();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return Optional.of(reader.getLocalName());
            }
            if (event == XMLStreamConstants.END_ELEMENT && depth < within) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// How many elements are open.
    public int depth() {
        return depth;
    }

    public Optional<String> attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return Optional.of(reader.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    public String namespace() {
        String uri = reader.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    /// All text of the element whose start tag was just met, with that of its children; afterwards it has ended. What
    /// is longer than 64 Ki characters is passed over.
    public String text() throws UnreadableReport {
        StringBuilder text = new StringBuilder();
        int within = depth;
        while (!over) {
            switch (step()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    int room = LONGEST_TEXT - text.length();
                    if (room > 0) {
                        text.append(
                                reader.getTextCharacters(),
                                reader.getTextStart(),
                                Math.min(room, reader.getTextLength()));
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth < within) {
                        return text.toString();
                    }
                }
                default -> {}
            }
        }
        return text.toString();
    }

    /// Passes over the rest of the element whose start tag was just met.
    public void skip() throws UnreadableReport {
        int within = depth;
        while (!over && depth >= within) {
            step();
        }
    }

    public String place() {
        Location location = reader.getLocation();
        return "line " + location.getLineNumber() + ", column " + location.getColumnNumber();
    }

    public UnreadableReport refuse(String reason, String advice) {
        return new UnreadableReport(place(), reason, advice);
    }

    private int step() throws UnreadableReport {
        try {
            int event = reader.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> started();
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.END_DOCUMENT -> over = true;
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw refuse("entities are refused", "Remove them if you trust the file");
                default -> {}
            }
            return event;
        } catch (XMLStreamException e) {
            throw Failing.at(place(), e);
        }
    }

    private void started() throws UnreadableReport {
        depth++;
        if (depth > DEEPEST) {
            throw refuse("elements are nested deeper than " + DEEPEST, "No such report is written by a tool");
        }
        names.add(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            names.add(reader.getAttributeLocalName(i));
        }
        if (names.size() > MOST_NAMES) {
            throw refuse("more than " + MOST_NAMES + " different names", "No such report is written by a tool");
        }
    }
}
