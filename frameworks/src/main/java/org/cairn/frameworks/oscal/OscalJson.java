package org.cairn.frameworks.oscal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.cairn.frameworks.own.Faults;
import org.cairn.frameworks.own.MalformedFramework;
import org.cairn.frameworks.own.TableReading;
import org.cairn.frameworks.own.Utf8;
import org.cairn.proof.Bytes;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Walks through an OSCAL document in JSON and keeps what is asked for; the rest is passed over without being held.
/// Nesting is bounded by the parser (500 levels).
final class OscalJson implements AutoCloseable {
    /// Reads the value at which the walk stands.
    @FunctionalInterface
    interface Reading {
        void read() throws MalformedFramework;
    }

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /// Of all lists. NIST's HIGH baseline of SP 800-53 has 21,256.
    private static final int MOST_ELEMENTS = 2_000_000;

    private final Faults faults;
    private final JsonParser parser;
    private int items;
    private int elements;

    private OscalJson(Bytes content, Faults faults) {
        this.faults = faults;
        this.parser = FACTORY.createParser(ObjectReadContext.empty(), content.toByteArray());
    }

    /// What one document of the file holds, by the name of its root.
    @FunctionalInterface
    interface Document {
        Map<String, Reading> roots(OscalJson json);
    }

    /// @throws MalformedFramework for what is no JSON, with line and column
    static void read(Bytes content, Faults faults, Document document) throws MalformedFramework {
        OptionalInt malformed = Utf8.firstMalformed(content);
        if (malformed.isPresent()) {
            throw faults.last("byte " + malformed.getAsInt(), "is not UTF-8");
        }
        try (OscalJson json = new OscalJson(content, faults)) {
            json.parser.nextToken();
            json.object(document.roots(json));
            if (json.parser.nextToken() != null) {
                throw faults.last("document", "more text after the end");
            }
        } catch (JacksonException e) {
            String where = e.getLocation() == null
                    ? "document"
                    : "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw faults.last(where, e.getOriginalMessage().split(" \\(start marker", 2)[0]);
        }
    }

    String pointer() {
        return parser.streamReadContext().pathAsPointer().toString();
    }

    void object(Map<String, ? extends Reading> members) throws MalformedFramework {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            wrong("is not an object");
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            Reading reading = members.get(parser.currentName());
            parser.nextToken();
            if (reading == null) {
                parser.skipChildren();
            } else {
                reading.read();
            }
        }
    }

    void array(Reading element) throws MalformedFramework {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            wrong("is not a list");
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements++;
            if (elements > MOST_ELEMENTS) {
                throw faults.last(pointer(), "more than " + MOST_ELEMENTS + " list elements; split the catalogue");
            }
            element.read();
        }
    }

    String text() {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            wrong("is not a text");
            return "";
        }
        return parser.getString();
    }

    List<String> texts() throws MalformedFramework {
        List<String> texts = new ArrayList<>();
        array(() -> texts.add(text()));
        return texts;
    }

    /// Whether the value is there at all, whatever it is.
    void pass() {
        parser.skipChildren();
    }

    /// @throws MalformedFramework when there are more than a framework may have
    void countItem() throws MalformedFramework {
        items++;
        if (items > TableReading.MOST_ROWS) {
            throw faults.last(
                    pointer(), "more than " + TableReading.MOST_ROWS + " groups and controls; split the catalogue");
        }
    }

    private void wrong(String problem) {
        faults.add(pointer(), problem);
        parser.skipChildren();
    }

    @Override
    public void close() {
        parser.close();
    }
}
