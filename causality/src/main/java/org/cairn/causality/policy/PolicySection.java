package org.cairn.causality.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairn.evidence.yaml.YamlLines;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;
import org.cairn.proof.Json.JsonNumber;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;

/// One mapping of a policy's file, read strictly: a member that nobody knows refuses the file, since a misspelt rule
/// would otherwise pass for one that nobody made.
/// @param path where it stands, empty for the whole document
record PolicySection(YamlLines file, String path, JsonObject members) {
    static PolicySection of(YamlLines file, String path, Json value, List<String> known) throws MalformedPolicy {
        if (!(value instanceof JsonObject members)) {
            throw refusal(file, path, "is no mapping of names to values");
        }
        for (String name : members.members().keySet()) {
            if (!known.contains(name)) {
                throw refusal(
                        file,
                        path.isEmpty() ? name : path + "." + name,
                        "is not known; known here are " + String.join(", ", known));
            }
        }
        return new PolicySection(file, path, members);
    }

    private static MalformedPolicy refusal(YamlLines file, String path, String problem) {
        return new MalformedPolicy(
                "line " + file.line(path) + ": " + (path.isEmpty() ? "the policy" : path) + " " + problem);
    }

    MalformedPolicy refusal(String name, String problem) {
        return refusal(file, at(name), problem);
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    boolean has(String name) {
        return members.member(name).isPresent();
    }

    Optional<PolicySection> section(String name, String... known) throws MalformedPolicy {
        Optional<Json> value = members.member(name);
        return value.isEmpty() ? Optional.empty() : Optional.of(of(file, at(name), value.get(), List.of(known)));
    }

    /// A mapping whose names are the writer's own.
    Map<String, Json> mapping(String name) throws MalformedPolicy {
        Optional<Json> value = members.member(name);
        if (value.isEmpty()) {
            return Map.of();
        }
        if (value.get() instanceof JsonObject object) {
            return object.members();
        }
        throw refusal(name, "is no mapping of names to values");
    }

    List<PolicySection> sections(String name, String... known) throws MalformedPolicy {
        List<PolicySection> found = new ArrayList<>();
        List<Json> elements = elements(name);
        for (int i = 0; i < elements.size(); i++) {
            found.add(of(file, at(name) + "[" + i + "]", elements.get(i), List.of(known)));
        }
        return found;
    }

    private List<Json> elements(String name) throws MalformedPolicy {
        return elements(name, members.member(name).orElse(new JsonArray(List.of())));
    }

    private List<Json> elements(String name, Json value) throws MalformedPolicy {
        if (value instanceof JsonArray(List<Json> elements)) {
            return elements;
        }
        throw refusal(name, "is no list; write [] for an empty one");
    }

    boolean flag(String name) throws MalformedPolicy {
        Optional<Json> value = members.member(name);
        if (value.isEmpty()) {
            return false;
        }
        if (value.get() instanceof JsonFlag(boolean flag)) {
            return flag;
        }
        throw refusal(name, "is neither true nor false");
    }

    String text(String name) throws MalformedPolicy {
        return optionalText(name).orElseThrow(() -> refusal(name, "is missing"));
    }

    Optional<String> optionalText(String name) throws MalformedPolicy {
        Optional<Json> value = members.member(name);
        return value.isEmpty() ? Optional.empty() : Optional.of(scalar(name, value.get()));
    }

    private String scalar(String name, Json value) throws MalformedPolicy {
        return switch (value) {
            case JsonText(String text) when !text.isBlank() -> text;
            case JsonNumber(String literal) -> literal;
            default -> throw refusal(name, "is no text");
        };
    }

    List<String> texts(String name) throws MalformedPolicy {
        return texts(name, members.member(name).orElse(new JsonArray(List.of())));
    }

    List<String> texts(String name, Json value) throws MalformedPolicy {
        List<String> found = new ArrayList<>();
        List<Json> elements = elements(name, value);
        for (int i = 0; i < elements.size(); i++) {
            found.add(scalar(name + "[" + i + "]", elements.get(i)));
        }
        return found;
    }

    List<Place> places(String name) throws MalformedPolicy {
        List<Place> found = new ArrayList<>();
        List<String> texts = texts(name);
        for (int i = 0; i < texts.size(); i++) {
            found.add(place(name + "[" + i + "]", texts.get(i)));
        }
        return found;
    }

    Place place(String name, String text) throws MalformedPolicy {
        try {
            return new Place(text);
        } catch (IllegalArgumentException e) {
            throw refusal(name, String.valueOf(e.getMessage()));
        }
    }

    /// @param expected what to write instead, e.g. `443 or 8000-8099`
    <T> T parsed(String name, String text, Function<String, Optional<T>> parse, String expected)
            throws MalformedPolicy {
        return parse.apply(text).orElseThrow(() -> refusal(name, "is '" + text + "'; write " + expected));
    }

    static String words(List<String> words) {
        return words.stream().collect(Collectors.joining(", "));
    }
}
