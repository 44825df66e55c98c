package org.cairn.frameworks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/// Reads a catalogue file strictly: format 1, exactly the named text fields and one list of rows, nothing unknown,
/// nothing twice, nothing missing, nothing behind the end.
final class SheetReader {
    private static final int FORMAT = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // Rows are values inside one document; what follows the document is checked by hand.
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private final String file;

    SheetReader(String file) {
        this.file = file;
    }

    /// @param headNames the text fields besides `format`, all required
    /// @param listName  the field that holds the rows
    <T> Sheet<T> read(Bytes content, Set<String> headNames, String listName, Class<T> rowType)
            throws MalformedCatalogue {
        Map<String, String> head = new TreeMap<>();
        List<Row<T>> rows = new ArrayList<>();
        Set<String> missing = new TreeSet<>(headNames);
        missing.add("format");
        missing.add(listName);
        try (JsonParser parser = MAPPER.createParser(content.toByteArray())) {
            require(parser, parser.nextToken() == JsonToken.START_OBJECT, "not a JSON object");
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                require(parser, missing.remove(name), "unknown field '" + name + "'");
                JsonToken value = parser.nextToken();
                if (name.equals("format")) {
                    boolean known = value == JsonToken.VALUE_NUMBER_INT && parser.getIntValue() == FORMAT;
                    require(parser, known, "unknown format, this version reads " + FORMAT);
                } else if (name.equals(listName)) {
                    readRows(parser, rowType, rows);
                } else {
                    require(parser, value == JsonToken.VALUE_STRING, "'" + name + "' is not text");
                    head.put(name, parser.getString());
                }
            }
            require(parser, parser.nextToken() == null, "more text after the end");
            require(parser, missing.isEmpty(), "missing " + missing);
        } catch (JacksonException e) {
            throw refusal(e);
        }
        return new Sheet<>(file, Digest.sha256(content), head, rows);
    }

    private <T> void readRows(JsonParser parser, Class<T> rowType, List<Row<T>> rows) throws MalformedCatalogue {
        require(parser, parser.currentToken() == JsonToken.START_ARRAY, "not a list");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int line = line(parser);
            try {
                T row = MAPPER.readValue(parser, rowType);
                require(parser, row != null, "an empty row");
                rows.add(new Row<>(row, line));
            } catch (UnrecognizedPropertyException e) {
                throw new MalformedCatalogue(file, line, "unknown field '" + e.getPropertyName() + "'");
            } catch (MismatchedInputException e) {
                throw new MalformedCatalogue(file, line, fieldNames(e) + " is not of the form it should have");
            }
        }
    }

    private static String fieldNames(MismatchedInputException e) {
        String names = e.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .map(name -> "'" + name + "'")
                .collect(Collectors.joining(" in "));
        return names.isEmpty() ? "the row" : names;
    }

    private void require(JsonParser parser, boolean holds, String problem) throws MalformedCatalogue {
        if (!holds) {
            throw new MalformedCatalogue(file, line(parser), problem);
        }
    }

    private static int line(JsonParser parser) {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    private MalformedCatalogue refusal(JacksonException e) {
        // What follows "(start marker" speaks of the parser, not of the file.
        String problem = e.getOriginalMessage().split(" \\(start marker", 2)[0];
        return e.getLocation() == null
                ? new MalformedCatalogue(file, problem)
                : new MalformedCatalogue(file, Math.max(1, e.getLocation().getLineNr()), problem);
    }
}
