package org.cairn.verifier;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonNumber;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;

/// The payload references in an event or an evidence manifest: objects of exactly `stored`, `commitment` and
/// `sizeBytes`.
final class Commitments {
    private static final Set<String> MEMBERS = Set.of("stored", "commitment", "sizeBytes");

    private Commitments() {}

    /// Sizes of the payloads by commitment.
    static Map<Digest, Long> in(Json json) {
        Map<Digest, Long> found = new TreeMap<>();
        collect(json, found);
        return found;
    }

    private static void collect(Json json, Map<Digest, Long> found) {
        switch (json) {
            case JsonObject object -> {
                if (object.members().keySet().equals(MEMBERS)) {
                    reference(object, found);
                }
                object.members().values().forEach(member -> collect(member, found));
            }
            case JsonArray(List<Json> elements) -> elements.forEach(element -> collect(element, found));
            case Json.JsonText _, Json.JsonNumber _, Json.JsonFlag _, Json.JsonNull _ -> {
                // holds no reference
            }
        }
    }

    private static void reference(JsonObject object, Map<Digest, Long> found) {
        if (object.members().get("commitment") instanceof JsonText(String hex)
                && object.members().get("sizeBytes") instanceof JsonNumber size
                && size.isInteger()) {
            try {
                found.put(Digest.parseHex(hex), size.asLong());
            } catch (IllegalArgumentException _) {
                // not a digest, so not a reference; what rests on it will not be found
            }
        }
    }
}
