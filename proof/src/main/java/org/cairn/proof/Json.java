package org.cairn.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A JSON value (RFC 8259), read strictly and written canonically. It exists so that proofs can be read with
/// the JDK alone.
public sealed interface Json {
    /// Members in the order they were read or given. Names are unique.
    record JsonObject(Map<String, Json> members) implements Json {
        public JsonObject {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
            for (String name : members.keySet()) {
                if (StrictUtf8.hasLoneSurrogate(name)) {
                    throw new IllegalArgumentException("a member's name holds a lone surrogate");
                }
            }
        }

        public Optional<Json> member(String name) {
            return Optional.ofNullable(members.get(name));
        }

        /// @throws MalformedJson unless there is a member `name` and it is a text
        public String text(String name) throws MalformedJson {
            if (required(name) instanceof JsonText(String value)) {
                return value;
            }
            throw refusal(name, "a text");
        }

        /// @throws MalformedJson unless there is a member `name` and it is an integer that fits 64 bits
        public long integer(String name) throws MalformedJson {
            if (required(name) instanceof JsonNumber number && number.isInteger()) {
                return number.asLong();
            }
            throw refusal(name, "an integer");
        }

        /// @throws MalformedJson unless there is a member `name` and it is an object
        public JsonObject object(String name) throws MalformedJson {
            if (required(name) instanceof JsonObject object) {
                return object;
            }
            throw refusal(name, "an object");
        }

        /// @throws MalformedJson unless there is a member `name` and it is an array
        public List<Json> array(String name) throws MalformedJson {
            if (required(name) instanceof JsonArray(List<Json> elements)) {
                return elements;
            }
            throw refusal(name, "an array");
        }

        /// @throws MalformedJson unless there is a member `name` and it is true or false
        public boolean flag(String name) throws MalformedJson {
            if (required(name) instanceof JsonFlag(boolean value)) {
                return value;
            }
            throw refusal(name, "true or false");
        }

        private Json required(String name) throws MalformedJson {
            return member(name).orElseThrow(() -> new MalformedJson("member \"" + name + "\" is missing"));
        }

        private static MalformedJson refusal(String name, String expected) {
            return new MalformedJson("member \"" + name + "\" is not " + expected);
        }
    }

    record JsonArray(List<Json> elements) implements Json {
        public JsonArray {
            elements = List.copyOf(elements);
        }
    }

    record JsonText(String value) implements Json {
        public JsonText {
            if (StrictUtf8.hasLoneSurrogate(value)) {
                throw new IllegalArgumentException("a text holds a lone surrogate");
            }
        }
    }

    /// A number as it was spelled, so that reading and writing lose nothing.
    record JsonNumber(String literal) implements Json {
        public JsonNumber {
            if (!JsonParser.isNumber(literal)) {
                throw new IllegalArgumentException("not a JSON number: " + literal);
            }
        }

        public static JsonNumber of(long value) {
            return new JsonNumber(Long.toString(value));
        }

        /// Whether the number is spelled as an integer and fits a `long`. The spelling `-0` does not count.
        public boolean isInteger() {
            try {
                return Long.toString(Long.parseLong(literal)).equals(literal);
            } catch (NumberFormatException _) {
                return false;
            }
        }

        /// Requires `isInteger()`.
        public long asLong() {
            return Long.parseLong(literal);
        }
    }

    record JsonFlag(boolean value) implements Json {}

    record JsonNull() implements Json {}

    /// Reads one value that fills `document`.
    /// @throws MalformedJson on anything RFC 8259 forbids, and on duplicate names, nesting deeper than 64,
    ///                       malformed UTF-8 and lone surrogates, which it leaves open
    static Json parse(Bytes document) throws MalformedJson {
        return JsonParser.parse(document);
    }

    /// Reads one object that fills `document`.
    static JsonObject parseObject(Bytes document) throws MalformedJson {
        if (parse(document) instanceof JsonObject object) {
            return object;
        }
        throw new MalformedJson("the document is not an object");
    }

    /// The canonical form: no white space, members sorted by the UTF-16 code units of their names, the shortest
    /// escapes (RFC 8785 sections 3.2.1 to 3.2.3). Numbers keep their spelling; integers below 2^53 are
    /// canonical as they are.
    static Bytes write(Json value) {
        return JsonWriter.write(value);
    }

    static JsonText text(String value) {
        return new JsonText(value);
    }

    static JsonNumber number(long value) {
        return JsonNumber.of(value);
    }

    /// Starts an object.
    static Builder object() {
        return new Builder();
    }

    /// Collects the members of an object, in order.
    final class Builder {
        private final Map<String, Json> members = new LinkedHashMap<>();

        private Builder() {}

        public Builder with(String name, Json value) {
            if (members.putIfAbsent(name, value) != null) {
                throw new IllegalArgumentException("member \"" + name + "\" is given twice");
            }
            return this;
        }

        public Builder with(String name, String value) {
            return with(name, new JsonText(value));
        }

        public Builder with(String name, long value) {
            return with(name, JsonNumber.of(value));
        }

        public Builder with(String name, List<? extends Json> values) {
            return with(name, new JsonArray(new ArrayList<>(values)));
        }

        public JsonObject build() {
            return new JsonObject(members);
        }
    }
}
