package org.cairn.checklist.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;
import org.cairn.proof.Json.JsonNumber;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;

/// Reads the members of one object, each by name and once; [#finish] refuses what nobody asked for.
final class Members {
    private final long entry;
    private final String path;
    private final JsonObject object;
    private final Set<String> unread;

    /// @param path prefix of member names in messages: empty, or ending in a dot
    Members(long entry, String path, JsonObject object) {
        this.entry = entry;
        this.path = path;
        this.object = object;
        this.unread = new TreeSet<>(object.members().keySet());
    }

    boolean has(String name) {
        return object.members().containsKey(name);
    }

    String text(String name) throws MalformedEvent {
        return text(name, required(name));
    }

    /// A text in a form that `parse` accepts.
    <T> T text(String name, Function<String, T> parse) throws MalformedEvent {
        return parsed(name, text(name), parse);
    }

    <T> Optional<T> optionalText(String name, Function<String, T> parse) throws MalformedEvent {
        return has(name) ? Optional.of(text(name, parse)) : Optional.empty();
    }

    /// The name of one of `values`.
    <E extends Enum<E>> E oneOf(String name, E[] values) throws MalformedEvent {
        String text = text(name);
        for (E value : values) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        throw refusal(name, "is none of " + Arrays.toString(values));
    }

    /// An integer of at least `least`.
    long integer(String name, long least) throws MalformedEvent {
        if (required(name) instanceof JsonNumber number && number.isInteger() && number.asLong() >= least) {
            return number.asLong();
        }
        throw refusal(name, "is not an integer from " + least);
    }

    int smallInteger(String name, int least) throws MalformedEvent {
        long value = integer(name, least);
        if (value > Integer.MAX_VALUE) {
            throw refusal(name, "is larger than " + Integer.MAX_VALUE);
        }
        return (int) value;
    }

    boolean flag(String name) throws MalformedEvent {
        if (required(name) instanceof JsonFlag(boolean value)) {
            return value;
        }
        throw refusal(name, "is not true or false");
    }

    Instant instant(String name) throws MalformedEvent {
        return text(name, Instants::parse);
    }

    Optional<Instant> optionalInstant(String name) throws MalformedEvent {
        return optionalText(name, Instants::parse);
    }

    LocalDate date(String name) throws MalformedEvent {
        return text(name, LocalDate::parse);
    }

    Optional<LocalDate> optionalDate(String name) throws MalformedEvent {
        return optionalText(name, LocalDate::parse);
    }

    Digest digest(String name) throws MalformedEvent {
        return text(name, Digest::parseHex);
    }

    <T> List<T> texts(String name, Function<String, T> parse) throws MalformedEvent {
        if (!(required(name) instanceof JsonArray(List<Json> elements))) {
            throw refusal(name, "is not a list");
        }
        List<T> values = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            String position = name + "[" + i + "]";
            values.add(parsed(position, text(position, elements.get(i)), parse));
        }
        return values;
    }

    List<EvidenceId> evidenceIds(String name) throws MalformedEvent {
        return texts(name, EvidenceId::parse);
    }

    PayloadRef payloadRef(String name) throws MalformedEvent {
        Members members = object(name);
        PayloadRef ref =
                new PayloadRef(members.digest("stored"), members.digest("commitment"), members.integer("sizeBytes", 0));
        members.finish();
        return ref;
    }

    Optional<PayloadRef> optionalPayloadRef(String name) throws MalformedEvent {
        return has(name) ? Optional.of(payloadRef(name)) : Optional.empty();
    }

    Members object(String name) throws MalformedEvent {
        if (required(name) instanceof JsonObject value) {
            return new Members(entry, path + name + ".", value);
        }
        throw refusal(name, "is not an object");
    }

    List<Members> objects(String name) throws MalformedEvent {
        if (!(required(name) instanceof JsonArray(List<Json> elements))) {
            throw refusal(name, "is not a list");
        }
        List<Members> objects = new ArrayList<>();
        for (Json element : elements) {
            if (!(element instanceof JsonObject value)) {
                throw refusal(name + "[" + objects.size() + "]", "is not an object");
            }
            objects.add(new Members(entry, path + name + "[" + objects.size() + "].", value));
        }
        return objects;
    }

    /// @throws MalformedEvent if a member was not read
    void finish() throws MalformedEvent {
        if (!unread.isEmpty()) {
            throw refusal(unread.iterator().next(), "is unknown");
        }
    }

    MalformedEvent refusal(String name, String problem) {
        return new MalformedEvent(entry, path + name, problem);
    }

    private Json required(String name) throws MalformedEvent {
        unread.remove(name);
        return object.member(name).orElseThrow(() -> refusal(name, "is missing"));
    }

    private String text(String name, Json value) throws MalformedEvent {
        if (value instanceof JsonText(String text)) {
            return text;
        }
        throw refusal(name, "is not a text");
    }

    private <T> T parsed(String name, String text, Function<String, T> parse) throws MalformedEvent {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw refusal(name, String.valueOf(e.getMessage()));
        }
    }
}
