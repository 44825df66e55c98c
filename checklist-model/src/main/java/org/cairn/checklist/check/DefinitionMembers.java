package org.cairn.checklist.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonNumber;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;

/// One JSON object of a definition, of which every member has to be one of those expected.
/// @param path where the object stands, for messages, e.g. `rule.all[1]`
record DefinitionMembers(String path, JsonObject object) {
    static DefinitionMembers of(String path, Json value) throws MalformedCheck {
        if (value instanceof JsonObject object) {
            return new DefinitionMembers(path, object);
        }
        throw new MalformedCheck(path + " is not an object");
    }

    DefinitionMembers only(Set<String> expected) throws MalformedCheck {
        for (String name : object.members().keySet()) {
            if (!expected.contains(name)) {
                throw new MalformedCheck(path + "." + name + " is not known; known are " + expected);
            }
        }
        return this;
    }

    boolean has(String name) {
        return object.member(name).isPresent();
    }

    Json value(String name) throws MalformedCheck {
        Optional<Json> value = object.member(name);
        if (value.isEmpty()) {
            throw new MalformedCheck(path + "." + name + " is missing");
        }
        return value.get();
    }

    String text(String name) throws MalformedCheck {
        if (value(name) instanceof JsonText(String text) && !text.isBlank()) {
            return text;
        }
        throw new MalformedCheck(path + "." + name + " is not a text");
    }

    long integer(String name) throws MalformedCheck {
        if (value(name) instanceof JsonNumber number && number.isInteger()) {
            return number.asLong();
        }
        throw new MalformedCheck(path + "." + name + " is not a whole number");
    }

    List<String> texts(String name) throws MalformedCheck {
        List<String> texts = new ArrayList<>();
        for (Json element : array(name)) {
            if (!(element instanceof JsonText(String text))) {
                throw new MalformedCheck(path + "." + name + " holds something that is no text");
            }
            texts.add(text);
        }
        return texts;
    }

    List<DefinitionMembers> objects(String name) throws MalformedCheck {
        List<DefinitionMembers> objects = new ArrayList<>();
        for (Json element : array(name)) {
            objects.add(of(path + "." + name + "[" + objects.size() + "]", element));
        }
        return objects;
    }

    DefinitionMembers object(String name) throws MalformedCheck {
        return of(path + "." + name, value(name));
    }

    private List<Json> array(String name) throws MalformedCheck {
        if (value(name) instanceof JsonArray(List<Json> elements) && !elements.isEmpty()) {
            return elements;
        }
        throw new MalformedCheck(path + "." + name + " is not a list with at least one element");
    }
}
