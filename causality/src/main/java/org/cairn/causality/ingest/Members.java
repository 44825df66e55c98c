package org.cairn.causality.ingest;

import java.util.Optional;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;
import org.cairn.proof.Json.JsonNull;
import org.cairn.proof.Json.JsonNumber;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;

/// Members of an object that other programs wrote: absent, null or of another kind is empty. Numbers come as texts too.
final class Members {
    private Members() {}

    static Optional<String> text(JsonObject object, String name) {
        return object.member(name).flatMap(value -> switch (value) {
            case JsonText(String text) -> Optional.of(text);
            case JsonNumber(String literal) -> Optional.of(literal);
            case JsonFlag(boolean flag) -> Optional.of(Boolean.toString(flag));
            case JsonNull _, JsonObject _, JsonArray _ -> Optional.empty();
        });
    }

    static Optional<Long> integer(JsonObject object, String name) {
        return text(object, name).filter(text -> text.matches("-?\\d{1,18}")).map(Long::parseLong);
    }

    static Optional<JsonObject> object(JsonObject object, String name) {
        return object.member(name).filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    }
}
