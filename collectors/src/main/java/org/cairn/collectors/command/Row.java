package org.cairn.collectors.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;
import org.cairn.proof.Json.JsonNumber;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.MalformedJson;

/// One object of a list in JSON, as PowerShell or OSHI gave it.
public record Row(JsonObject json) {
    /// @throws MalformedOutput if the text is anything but a list of objects
    public static List<Row> all(String printed) throws MalformedOutput {
        try {
            if (!(Json.parse(Bytes.utf8(printed.strip())) instanceof JsonArray(List<Json> elements))) {
                throw new MalformedOutput("is no list in JSON");
            }
            List<Row> rows = new ArrayList<>();
            for (Json element : elements) {
                if (!(element instanceof JsonObject object)) {
                    throw new MalformedOutput("element " + rows.size() + " is no object");
                }
                rows.add(new Row(object));
            }
            return rows;
        } catch (MalformedJson e) {
            throw new MalformedOutput("is no JSON: " + e.getMessage());
        }
    }

    /// The only one.
    public static Row only(String printed) throws MalformedOutput {
        List<Row> rows = all(printed);
        if (rows.size() != 1) {
            throw new MalformedOutput("holds " + rows.size() + " objects, not one");
        }
        return rows.getFirst();
    }

    /// A text, number or truth value (`true`, `false`) as text; empty where it is null or not there.
    public Optional<String> value(String name) {
        return json.member(name).flatMap(value -> switch (value) {
            case JsonText(String text) -> Optional.of(text);
            case JsonNumber(String literal) -> Optional.of(literal);
            case JsonFlag(boolean flag) -> Optional.of(Boolean.toString(flag));
            case Json.JsonNull _, JsonArray _, JsonObject _ -> Optional.empty();
        });
    }

    /// @throws MalformedOutput if it is not there
    public String text(String name) throws MalformedOutput {
        return value(name).orElseThrow(() -> new MalformedOutput("an object has no " + name));
    }

    /// The texts of a list; one text alone, which PowerShell writes for a list of one, counts as such.
    public List<String> texts(String name) {
        return json.member(name)
                .map(value -> switch (value) {
                    case JsonText(String text) -> List.of(text);
                    case JsonArray(List<Json> elements) ->
                        elements.stream()
                                .filter(JsonText.class::isInstance)
                                .map(element -> ((JsonText) element).value())
                                .toList();
                    case JsonNumber _, JsonFlag _, Json.JsonNull _, JsonObject _ -> List.<String>of();
                })
                .orElse(List.of());
    }
}
