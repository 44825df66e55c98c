package org.cairn.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;
import org.cairn.proof.Json.JsonNull;
import org.cairn.proof.Json.JsonNumber;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;

/// Reads JSON by recursive descent (grammar: RFC 8259 sections 2 to 7). One instance reads one document.
final class JsonParser {
    /// RFC 8259 section 9 allows a limit; nothing we exchange nests deeper than ten.
    private static final int DEPTH_LIMIT = 64;

    /// RFC 8259 section 6.
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final String text;
    private int position;

    private JsonParser(String text) {
        this.text = text;
    }

    static Json parse(Bytes document) throws MalformedJson {
        String text =
                StrictUtf8.decode(document).orElseThrow(() -> new MalformedJson("the document is not valid UTF-8"));
        JsonParser parser = new JsonParser(text);
        parser.skipWhiteSpace();
        Json value = parser.value(1);
        parser.skipWhiteSpace();
        if (parser.position < text.length()) {
            throw parser.refusal("something follows the value");
        }
        return value;
    }

    static boolean isNumber(String literal) {
        return NUMBER.matcher(literal).matches();
    }

    private Json value(int depth) throws MalformedJson {
        if (depth > DEPTH_LIMIT) {
            throw refusal("nested deeper than " + DEPTH_LIMIT);
        }
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> new JsonText(string());
            case 't' -> literal("true", new JsonFlag(true));
            case 'f' -> literal("false", new JsonFlag(false));
            case 'n' -> literal("null", new JsonNull());
            default -> number();
        };
    }

    private JsonObject object(int depth) throws MalformedJson {
        Map<String, Json> members = new LinkedHashMap<>();
        position++;
        skipWhiteSpace();
        if (peek() == '}') {
            position++;
            return new JsonObject(members);
        }
        while (true) {
            if (peek() != '"') {
                throw refusal("a member's name must be in quotation marks");
            }
            String name = string();
            skipWhiteSpace();
            expect(':');
            skipWhiteSpace();
            if (members.putIfAbsent(name, value(depth + 1)) != null) {
                throw refusal("the name \"" + name + "\" appears twice in one object");
            }
            if (endsAfterElement('}')) {
                return new JsonObject(members);
            }
        }
    }

    private JsonArray array(int depth) throws MalformedJson {
        List<Json> elements = new ArrayList<>();
        position++;
        skipWhiteSpace();
        if (peek() == ']') {
            position++;
            return new JsonArray(elements);
        }
        while (true) {
            elements.add(value(depth + 1));
            if (endsAfterElement(']')) {
                return new JsonArray(elements);
            }
        }
    }

    private boolean endsAfterElement(char close) throws MalformedJson {
        skipWhiteSpace();
        if (peek() == close) {
            position++;
            return true;
        }
        expect(',');
        skipWhiteSpace();
        return false;
    }

    private Json literal(String word, Json value) throws MalformedJson {
        if (!text.startsWith(word, position)) {
            throw refusal("expected " + word);
        }
        position += word.length();
        return value;
    }

    private JsonNumber number() throws MalformedJson {
        var matcher = NUMBER.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            throw refusal("expected a value");
        }
        position = matcher.end();
        return new JsonNumber(matcher.group());
    }

    private String string() throws MalformedJson {
        position++;
        int start = position;
        skipPlain();
        if (peek() == '"') {
            return text.substring(start, position++);
        }
        StringBuilder value = new StringBuilder();
        while (peek() == '\\') {
            value.append(text, start, position++).append(escaped());
            start = position;
            skipPlain();
        }
        String string = value.append(text, start, position++).toString();
        if (StrictUtf8.hasLoneSurrogate(string)) {
            throw refusal("a text holds a lone surrogate");
        }
        return string;
    }

    /// To the next quotation mark or escape. Decoding left no lone surrogate: only an escape can write one.
    private void skipPlain() throws MalformedJson {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '"' || c == '\\') {
                return;
            }
            if (c < ' ') {
                throw refusal("a control character in a text must be escaped");
            }
            position++;
        }
        throw endsTooEarly();
    }

    private char escaped() throws MalformedJson {
        char c = peek();
        position++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicodeEscape();
            default -> throw refusal("unknown escape \\" + c);
        };
    }

    private char unicodeEscape() throws MalformedJson {
        int value = 0;
        for (int i = 0; i < 4; i++, position++) {
            char c = peek();
            if (c > 'f' || Character.digit(c, 16) < 0) {
                throw refusal("\\u needs four hexadecimal digits");
            }
            value = value * 16 + Character.digit(c, 16);
        }
        return (char) value;
    }

    private void expect(char wanted) throws MalformedJson {
        if (peek() != wanted) {
            throw refusal("expected '" + wanted + "'");
        }
        position++;
    }

    private char peek() throws MalformedJson {
        if (position >= text.length()) {
            throw endsTooEarly();
        }
        return text.charAt(position);
    }

    private MalformedJson endsTooEarly() {
        return refusal("the document ends too early");
    }

    private void skipWhiteSpace() {
        while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private MalformedJson refusal(String problem) {
        String before = text.substring(0, position);
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        int column = position - before.lastIndexOf('\n');
        return new MalformedJson("line " + line + ", column " + column + ": " + problem);
    }
}
