package org.cairn.checklist.codec;

import java.util.Optional;
import java.util.Set;
import org.cairn.evidence.HostRef;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;

/// A host as it lies in the encrypted payload that an event points to: canonical JSON with `name`, and `machine` where
/// it is known.
public final class HostText {
    private HostText() {}

    public static Bytes encode(HostRef host) {
        Json.Builder json = Json.object().with("name", host.name());
        host.machine().ifPresent(machine -> json.with("machine", machine));
        return Json.write(json.build());
    }

    /// Empty where it is none.
    public static Optional<HostRef> decode(Bytes text) {
        try {
            JsonObject json = Json.parseObject(text);
            Optional<String> machine =
                    json.members().containsKey("machine") ? Optional.of(json.text("machine")) : Optional.empty();
            HostRef host = new HostRef(json.text("name"), machine);
            return Set.of("name", "machine").containsAll(json.members().keySet())
                    ? Optional.of(host)
                    : Optional.empty();
        } catch (MalformedJson | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
