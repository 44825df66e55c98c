package org.cairn.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;
import org.cairn.proof.Json.JsonNull;
import org.cairn.proof.Json.JsonNumber;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;

/// Compares documents by member names and kinds of values, not by values.
final class JsonShape {
    private final Set<String> optional;
    private final List<String> differences = new ArrayList<>();

    private JsonShape(Set<String> optional) {
        this.optional = optional;
    }

    /// @param optional paths of members that may be absent
    static List<String> differences(Json documented, Json actual, Set<String> optional) {
        JsonShape shape = new JsonShape(optional);
        shape.compare("", documented, actual);
        return shape.differences;
    }

    private void compare(String path, Json documented, Json actual) {
        if (documented instanceof JsonNull || actual instanceof JsonNull) {
            return;
        }
        if (!kind(documented).equals(kind(actual))) {
            differences.add(path + " is documented as " + kind(documented) + " and is " + kind(actual));
        } else if (documented instanceof JsonObject object && actual instanceof JsonObject other) {
            members(path, object, other);
        } else if (documented instanceof JsonArray(var elements) && actual instanceof JsonArray(var others)) {
            for (Json other : others) {
                if (elements.isEmpty()) {
                    differences.add(path + " is documented as always empty");
                    return;
                }
                compare(path + "[]", elements.getFirst(), other);
            }
        }
    }

    private void members(String path, JsonObject documented, JsonObject actual) {
        Set<String> names = new TreeSet<>(documented.members().keySet());
        names.addAll(actual.members().keySet());
        for (String name : names) {
            String member = path + "." + name;
            var shown = documented.member(name);
            var found = actual.member(name);
            if (shown.isEmpty()) {
                differences.add(member + " is not documented");
            } else if (found.isPresent()) {
                compare(member, shown.get(), found.get());
            } else if (!optional.contains(member)) {
                differences.add(member + " is documented and absent");
            }
        }
    }

    private static String kind(Json value) {
        return switch (value) {
            case JsonObject _ -> "an object";
            case JsonArray _ -> "an array";
            case JsonText _ -> "a text";
            case JsonNumber _ -> "a number";
            case JsonFlag _ -> "true or false";
            case JsonNull _ -> "null";
        };
    }
}
