package org.cairn.ledger.key;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.KeyId;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.StrictBase64;

/// One way into the workspace key, as it stands in `workspace.key`.
sealed interface Slot {
    JsonObject toJson();

    /// The way of one person: workspace key and the person's own key, wrapped together.
    /// @param keyFile whether a key file is mixed into the passphrase
    /// @param totp    whether six digits are asked for
    record PersonSlot(KeyId holder, KeyDerivation derivation, boolean keyFile, boolean totp, Bytes wrapped)
            implements Slot {
        static PersonSlot wrap(SlotContent content, KeyId holder, PersonSecrets secrets, SecureRandom random) {
            KeyDerivation derivation = KeyDerivation.fresh(random);
            byte[] key = Derivation.slotKey(derivation, secrets);
            try {
                Bytes wrapped = new KeyWrapping(key).wrap(content.encode(), context(holder));
                return new PersonSlot(holder, derivation, secrets.keyFile().isPresent(), false, wrapped);
            } finally {
                Arrays.fill(key, (byte) 0);
            }
        }

        Optional<SlotContent> unwrap(PersonSecrets secrets) {
            byte[] key = Derivation.slotKey(derivation, secrets);
            try {
                return new KeyWrapping(key).unwrap(wrapped, context(holder)).map(SlotContent::decode);
            } finally {
                Arrays.fill(key, (byte) 0);
            }
        }

        PersonSlot withTotp(boolean asked) {
            return new PersonSlot(holder, derivation, keyFile, asked, wrapped);
        }

        @Override
        public JsonObject toJson() {
            return Json.object()
                    .with("kind", "person")
                    .with("holder", holder.hex())
                    .with("derivation", derivation.toJson())
                    .with("keyFile", new Json.JsonFlag(keyFile))
                    .with("totp", new Json.JsonFlag(totp))
                    .with("wrapped", StrictBase64.encode(wrapped))
                    .build();
        }

        private static Bytes context(KeyId holder) {
            return Bytes.utf8("cairn slot v2, person " + holder.hex());
        }
    }

    /// As [PersonSlot], wrapped by a key that never leaves a token.
    /// @param key its name in the token
    record TokenSlot(KeyId holder, String key, Bytes wrapped) implements Slot {
        static TokenSlot wrap(Token token, String key, KeyId holder, SlotContent content, SecureRandom random)
                throws KeyException {
            return new TokenSlot(holder, key, token.wrap(key, content.encode(), context(holder), random));
        }

        Optional<SlotContent> unwrap(Token token) throws KeyException {
            return token.unwrap(key, wrapped, context(holder)).map(SlotContent::decode);
        }

        @Override
        public JsonObject toJson() {
            return Json.object()
                    .with("kind", "token")
                    .with("holder", holder.hex())
                    .with("key", key)
                    .with("wrapped", StrictBase64.encode(wrapped))
                    .build();
        }

        private static Bytes context(KeyId holder) {
            return Bytes.utf8("cairn slot v2, token of " + holder.hex());
        }
    }

    /// The workspace key alone, under the 256 bits of the recovery code themselves.
    /// @param key that the code signs with; empty in a slot from before codes signed anything
    record RecoverySlot(Bytes wrapped, Optional<KeyId> key) implements Slot {
        private static final Bytes CONTEXT = Bytes.utf8("cairn slot v2, recovery code");

        static RecoverySlot wrap(byte[] workspaceKey, RecoveryCode code) {
            return new RecoverySlot(
                    new KeyWrapping(code.secret().toByteArray()).wrap(Bytes.copyOf(workspaceKey), CONTEXT),
                    Optional.of(code.signer().keyId()));
        }

        Optional<Bytes> unwrap(RecoveryCode code) {
            return new KeyWrapping(code.secret().toByteArray()).unwrap(wrapped, CONTEXT);
        }

        @Override
        public JsonObject toJson() {
            Json.Builder json = Json.object().with("kind", "recovery").with("wrapped", StrictBase64.encode(wrapped));
            key.ifPresent(id -> json.with("key", id.hex()));
            return json.build();
        }
    }

    static Slot parse(JsonObject json) throws MalformedJson {
        return switch (json.text("kind")) {
            case "person" ->
                new PersonSlot(
                        PersonFile.keyId(json, "holder"),
                        KeyDerivation.parse(json.object("derivation")),
                        json.flag("keyFile"),
                        json.flag("totp"),
                        PublicKeys.base64(json, "wrapped"));
            case "recovery" ->
                new RecoverySlot(
                        PublicKeys.base64(json, "wrapped"),
                        json.member("key").isPresent() ? Optional.of(PersonFile.keyId(json, "key")) : Optional.empty());
            case "token" ->
                new TokenSlot(PersonFile.keyId(json, "holder"), json.text("key"), PublicKeys.base64(json, "wrapped"));
            default -> throw new MalformedJson("a slot of the unknown kind \"" + json.text("kind") + '"');
        };
    }
}
