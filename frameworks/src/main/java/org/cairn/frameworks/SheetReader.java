package org.cairn.frameworks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Reads a catalogue file strictly: format 1, the fields of its form and no others, nothing twice, nothing behind the
/// end.
final class SheetReader implements AutoCloseable {
    private static final int FORMAT = 1;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String file;
    private final Sheet.Form form;
    private final JsonParser parser;
    private final Map<String, String> head = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    private SheetReader(String file, Sheet.Form form, Bytes content) {
        this.file = file;
        this.form = form;
        this.parser = FACTORY.createParser(ObjectReadContext.empty(), content.toByteArray());
    }

    static Sheet read(String file, Sheet.Form form, Bytes content) throws MalformedCatalogue {
        try (SheetReader reader = new SheetReader(file, form, content)) {
            reader.readFile();
            return new Sheet(file, Digest.sha256(content), reader.head, reader.rows);
        } catch (JacksonException e) {
            throw refusal(file, e);
        }
    }

    private void readFile() throws MalformedCatalogue {
        Set<String> missing = new TreeSet<>(form.head());
        missing.add("format");
        missing.add(form.list());
        require(parser.nextToken() == JsonToken.START_OBJECT, "not a JSON object");
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            require(missing.remove(name), "unknown field '" + name + "'");
            parser.nextToken();
            if (name.equals("format")) {
                boolean known = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                        && parser.getString().equals(Integer.toString(FORMAT));
                require(known, "unknown format, this version reads " + FORMAT);
            } else if (name.equals(form.list())) {
                readRows();
            } else {
                head.put(name, text(name));
            }
        }
        require(parser.nextToken() == null, "more text after the end");
        require(missing.isEmpty(), "missing " + missing);
    }

    private void readRows() throws MalformedCatalogue {
        require(parser.currentToken() == JsonToken.START_ARRAY, "'" + form.list() + "' is not a list");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            require(parser.currentToken() == JsonToken.START_OBJECT, "a row is not an object");
            rows.add(readRow());
        }
    }

    private Row readRow() throws MalformedCatalogue {
        int line = line();
        Map<String, String> texts = new HashMap<>();
        Map<String, List<String>> lists = new HashMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (form.lists().contains(name)) {
                lists.put(name, list(name));
            } else if (form.numbers().contains(name)) {
                numbers.put(name, number(name));
            } else if (form.texts().contains(name)) {
                texts.put(name, text(name));
            } else {
                require(form.hasPart(name), "unknown field '" + name + "'");
                part(name, texts);
            }
        }
        return new Row(line, texts, lists, numbers);
    }

    private void part(String part, Map<String, String> texts) throws MalformedCatalogue {
        require(parser.currentToken() == JsonToken.START_OBJECT, "'" + part + "' is not an object");
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = part + "." + parser.currentName();
            parser.nextToken();
            require(form.texts().contains(name), "unknown field '" + name + "'");
            texts.put(name, text(name));
        }
    }

    private List<String> list(String name) throws MalformedCatalogue {
        require(parser.currentToken() == JsonToken.START_ARRAY, "'" + name + "' is not a list");
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            texts.add(text(name));
        }
        return texts;
    }

    private int number(String name) throws MalformedCatalogue {
        require(parser.currentToken() == JsonToken.VALUE_NUMBER_INT, "'" + name + "' is not a whole number");
        return parser.getIntValue();
    }

    private String text(String name) throws MalformedCatalogue {
        require(parser.currentToken() == JsonToken.VALUE_STRING, "'" + name + "' is not a text");
        return parser.getString();
    }

    private void require(boolean holds, String problem) throws MalformedCatalogue {
        if (!holds) {
            throw new MalformedCatalogue(file, line(), problem);
        }
    }

    private int line() {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    private static MalformedCatalogue refusal(String file, JacksonException e) {
        // What follows "(start marker" speaks of the parser, not of the file.
        String problem = e.getOriginalMessage().split(" \\(start marker", 2)[0];
        return e.getLocation() == null
                ? new MalformedCatalogue(file, problem)
                : new MalformedCatalogue(file, Math.max(1, e.getLocation().getLineNr()), problem);
    }

    @Override
    public void close() {
        parser.close();
    }
}
