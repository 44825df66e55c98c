package org.cairn.proof.authority;

import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.KeyId;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.MalformedKey;

/// What an entry changes about who may do what.
sealed interface Change {
    record Enrol(Ed25519PublicKey key, HolderId holder, Role role) implements Change {}

    record Rotate(KeyId oldKey, Ed25519PublicKey newKey) implements Change {}

    record Revoke(KeyId key) implements Change {}

    record Grant(HolderId holder, Role role) implements Change {}

    record Withdraw(HolderId holder, Role role) implements Change {}

    /// A recovery key takes the place of the one before.
    record EnrolRecovery(Ed25519PublicKey key) implements Change {}

    /// An administrator's new key, brought in by the recovery key; using that one ends it.
    /// @param next the recovery key from then on
    record Reestablish(HolderId holder, Ed25519PublicKey key, KeyId recoveryKey, Ed25519PublicKey next)
            implements Change {}

    /// Empty for every other kind.
    /// @throws MalformedJson where the event says it is such a change and cannot be read as one
    static Optional<Change> of(String kind, JsonObject event) throws MalformedJson {
        Optional<Change> change = read(kind, event);
        if (change.isPresent() && event.integer("version") != 1) {
            throw new MalformedJson("version " + event.integer("version") + " of " + kind + " is not known here");
        }
        return change;
    }

    private static Optional<Change> read(String kind, JsonObject event) throws MalformedJson {
        try {
            return switch (kind) {
                case "IdentityEnrolled" -> {
                    Ed25519PublicKey key = key(event, "key", "spki");
                    HolderId holder = event.member("holder").isPresent()
                            ? new HolderId(event.text("holder"))
                            : HolderId.of(key.keyId());
                    yield Optional.of(new Enrol(key, holder, Role.valueOf(event.text("role"))));
                }
                case "KeyRotated" ->
                    Optional.of(new Rotate(KeyId.parse(event.text("key")), key(event, "newKey", "spki")));
                case "IdentityRevoked" -> Optional.of(new Revoke(KeyId.parse(event.text("key"))));
                case "RoleGranted" ->
                    Optional.of(new Grant(new HolderId(event.text("holder")), Role.valueOf(event.text("role"))));
                case "RoleWithdrawn" ->
                    Optional.of(new Withdraw(new HolderId(event.text("holder")), Role.valueOf(event.text("role"))));
                case "RecoveryKeyEnrolled" -> Optional.of(new EnrolRecovery(key(event, "key", "spki")));
                case "AdministratorReestablished" ->
                    Optional.of(new Reestablish(
                            new HolderId(event.text("holder")),
                            key(event, "key", "spki"),
                            KeyId.parse(event.text("recoveryKey")),
                            key(event, "nextKey", "nextSpki")));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            throw new MalformedJson(String.valueOf(e.getMessage()));
        }
    }

    /// The key of member `spki`, whose id stands in member `id`.
    private static Ed25519PublicKey key(JsonObject event, String id, String spki) throws MalformedJson {
        try {
            Ed25519PublicKey key = Ed25519PublicKey.parseSpki(Bytes.parseHex(event.text(spki)));
            if (!key.keyId().hex().equals(event.text(id))) {
                throw new MalformedJson("enrols a key under an id that is not its own");
            }
            return key;
        } catch (MalformedKey e) {
            throw new MalformedJson("enrols a malformed key: " + e.getMessage());
        }
    }
}
