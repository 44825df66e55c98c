package org.cairn.verifier;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.proof.Bytes;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.MalformedKey;

/// Which keys are collectors' after the entries taken so far. What is wrong with an entry itself is noted where
/// identities are checked.
final class CollectorKeys {
    private static final String COLLECTOR = "COLLECTOR";

    private record Held(Ed25519PublicKey key, String holder) {}

    private final Map<String, Held> inForce = new HashMap<>();
    private final Set<String> collectors = new HashSet<>();

    /// Entries are taken in their order.
    void take(LedgerEntry entry) {
        JsonObject event = entry.event();
        String key = text(event, "key");
        switch (entry.kind()) {
            case "IdentityEnrolled" -> {
                String holder = text(event, "holder").isEmpty() ? key : text(event, "holder");
                hold(key, event, holder);
                role(event, holder, true);
            }
            case "KeyRotated" ->
                Optional.ofNullable(inForce.remove(key))
                        .ifPresent(before -> hold(text(event, "newKey"), event, before.holder()));
            case "IdentityRevoked" -> inForce.remove(key);
            case "RoleGranted" -> role(event, text(event, "holder"), true);
            case "RoleWithdrawn" -> role(event, text(event, "holder"), false);
            default -> {}
        }
    }

    private void hold(String id, JsonObject event, String holder) {
        try {
            Ed25519PublicKey key = Ed25519PublicKey.parseSpki(Bytes.parseHex(text(event, "spki")));
            if (key.keyId().hex().equals(id)) {
                inForce.put(id, new Held(key, holder));
            }
        } catch (MalformedKey | IllegalArgumentException _) {
            // enrols no usable key
        }
    }

    private void role(JsonObject event, String holder, boolean given) {
        if (!text(event, "role").equals(COLLECTOR)) {
            return;
        }
        if (given) {
            collectors.add(holder);
        } else {
            collectors.remove(holder);
        }
    }

    /// Empty where the key is not enrolled, has ended, or is no collector's.
    Optional<Ed25519PublicKey> key(String id) {
        return Optional.ofNullable(inForce.get(id))
                .filter(held -> collectors.contains(held.holder()))
                .map(Held::key);
    }

    /// Empty where there is no such text.
    static String text(JsonObject json, String name) {
        return json.members().get(name) instanceof JsonText(String value) ? value : "";
    }
}
