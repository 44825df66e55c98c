package org.cairn.proof;

import java.util.TreeMap;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;
import org.cairn.proof.Json.JsonNull;
import org.cairn.proof.Json.JsonNumber;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;

/// Writes the canonical form that [Json#write(Json)] describes.
final class JsonWriter {
    private final StringBuilder out = new StringBuilder();

    private JsonWriter() {}

    static Bytes write(Json value) {
        JsonWriter writer = new JsonWriter();
        writer.append(value);
        return Bytes.utf8(writer.out.toString());
    }

    private void append(Json value) {
        switch (value) {
            case JsonObject object -> appendObject(object);
            case JsonArray array -> appendArray(array);
            case JsonText(String text) -> appendText(text);
            case JsonNumber(String literal) -> out.append(literal);
            case JsonFlag(boolean flag) -> out.append(flag);
            case JsonNull() -> out.append("null");
        }
    }

    private void appendObject(JsonObject object) {
        char before = '{';
        for (var member : new TreeMap<>(object.members()).entrySet()) {
            out.append(before);
            appendText(member.getKey());
            out.append(':');
            append(member.getValue());
            before = ',';
        }
        out.append(before == '{' ? "{}" : "}");
    }

    private void appendArray(JsonArray array) {
        char before = '[';
        for (Json element : array.elements()) {
            out.append(before);
            append(element);
            before = ',';
        }
        out.append(before == '[' ? "[]" : "]");
    }

    private void appendText(String text) {
        out.append('"');
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(text, done, i);
                appendEscaped(c);
                done = i + 1;
            }
        }
        out.append(text, done, text.length()).append('"');
    }

    private void appendEscaped(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default ->
                out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
        }
    }
}
