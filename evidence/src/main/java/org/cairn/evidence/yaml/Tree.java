package org.cairn.evidence.yaml;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;
import org.cairn.proof.Json.JsonNumber;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;

/// Looks into a JSON value whose form nobody promised: what is not there, or of another form, is empty.
public final class Tree {
    private Tree() {}

    /// The value at a path of member names.
    public static Optional<Json> at(Json value, String... path) {
        Json found = value;
        for (String name : path) {
            Optional<Json> member = found instanceof JsonObject object ? object.member(name) : Optional.empty();
            if (member.isEmpty()) {
                return Optional.empty();
            }
            found = member.get();
        }
        return Optional.of(found);
    }

    /// A text, number or flag as text.
    public static Optional<String> text(Json value, String... path) {
        return at(value, path).flatMap(Tree::scalar);
    }

    /// The elements of an array; none where there is no array.
    public static List<Json> list(Json value, String... path) {
        return at(value, path)
                .map(found -> found instanceof JsonArray(List<Json> elements) ? elements : List.<Json>of())
                .orElse(List.of());
    }

    /// The scalars of an array, or the one scalar that stands in its place.
    public static List<String> texts(Json value, String... path) {
        return at(value, path)
                .map(found -> found instanceof JsonArray(List<Json> elements) ? elements : List.of(found))
                .orElse(List.of())
                .stream()
                .flatMap(element -> scalar(element).stream())
                .toList();
    }

    /// Whether a switch is on: YAML 1.1 spelled it `yes` and `on` too, and what reads these files often still does.
    public static Optional<Boolean> flag(Json value, String... path) {
        return text(value, path).flatMap(word -> switch (word.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "y", "1" -> Optional.of(true);
            case "false", "no", "off", "n", "0" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    private static Optional<String> scalar(Json value) {
        return switch (value) {
            case JsonText(String text) -> Optional.of(text);
            case JsonNumber(String literal) -> Optional.of(literal);
            case JsonFlag(boolean flag) -> Optional.of(Boolean.toString(flag));
            default -> Optional.empty();
        };
    }
}
