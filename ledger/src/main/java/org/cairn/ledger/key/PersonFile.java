package org.cairn.ledger.key;

import java.util.Arrays;
import org.cairn.proof.Bytes;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.KeyId;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.MalformedKey;
import org.cairn.proof.StrictBase64;

/// `people/<holder>.key`: one person's private keys under the key that only that person's slot holds.
/// @param label   in the open, so that a person can be chosen before anybody typed a passphrase; no name unless the
///                person chose it so
/// @param about   name and certificate, under the workspace key: people who open the workspace know each other
/// @param wrapped [PersonKeys], bound to holder and label
/// @param seal    binds all members to the workspace key, so that whoever opens the workspace notices a change
record PersonFile(KeyId holder, String label, Bytes about, Bytes wrapped, Bytes seal) {
    static final String FOLDER = "people/";
    static final int SIZE_LIMIT_BYTES = 256 * 1024;
    private static final int VERSION = 1;
    private static final String USE = "cairn person keys, v1";

    /// What everybody knows who opens the workspace.
    /// @param key         the public half of the entry key
    /// @param certificate DER, of the document key
    record About(String name, Ed25519PublicKey key, Bytes certificate) {
        Bytes encode() {
            return Json.write(Json.object()
                    .with("name", name)
                    .with("key", StrictBase64.encode(key.spki()))
                    .with("certificate", StrictBase64.encode(certificate))
                    .build());
        }

        static About parse(Bytes encoded) throws MalformedJson {
            JsonObject json = Json.parseObject(encoded);
            try {
                return new About(
                        json.text("name"),
                        Ed25519PublicKey.parseSpki(PublicKeys.base64(json, "key")),
                        PublicKeys.base64(json, "certificate"));
            } catch (MalformedKey e) {
                throw new MalformedJson(String.valueOf(e.getMessage()));
            }
        }
    }

    static String path(KeyId holder) {
        return FOLDER + holder.hex() + ".key";
    }

    static PersonFile of(KeyId holder, String label, String name, PersonKeys keys, SlotContent secrets) {
        PersonFile bare = new PersonFile(holder, label, Bytes.empty(), Bytes.empty(), Bytes.empty());
        About about = new About(
                name,
                keys.entries().publicKey(),
                DocumentKey.encoding(keys.documents().certificate()));
        KeyWrapping shared = new KeyWrapping(secrets.workspaceKey());
        Bytes wrappedAbout = shared.wrap(about.encode(), bare.context());
        byte[] key = Derivation.forUse(secrets.personKey(), USE);
        try {
            Bytes wrapped = new KeyWrapping(key).wrap(keys.encode(), bare.context());
            PersonFile unsealed = new PersonFile(holder, label, wrappedAbout, wrapped, Bytes.empty());
            return new PersonFile(
                    holder, label, wrappedAbout, wrapped, shared.wrap(Bytes.empty(), unsealed.sealContext()));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// @param file how a message names it
    About about(byte[] workspaceKey, String file) throws KeyException {
        try {
            return About.parse(new KeyWrapping(workspaceKey)
                    .unwrap(about, context())
                    .orElseThrow(() -> new KeyException(file + " was changed. Restore it from a backup.")));
        } catch (MalformedJson e) {
            throw new KeyException(file + " is malformed: " + e.getMessage() + ". Restore it from a backup.", e);
        }
    }

    /// @param file how a message names it
    PersonKeys open(byte[] personKey, String file) throws KeyException {
        byte[] key = Derivation.forUse(personKey, USE);
        try {
            Bytes plain = new KeyWrapping(key)
                    .unwrap(wrapped, context())
                    .orElseThrow(() -> new KeyException(file + " was changed. Restore it from a backup."));
            return PersonKeys.parse(plain);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    void requireSeal(byte[] workspaceKey, String file) throws KeyException {
        if (new KeyWrapping(workspaceKey).unwrap(seal, sealContext()).isEmpty()) {
            throw new KeyException(file + " was changed. Restore it from a backup.");
        }
    }

    private Json.Builder open() {
        return Json.object()
                .with("version", VERSION)
                .with("holder", holder.hex())
                .with("label", label);
    }

    private Bytes context() {
        return Bytes.utf8(USE).concat(Json.write(open().build()));
    }

    private Json.Builder unsealed() {
        return open().with("about", StrictBase64.encode(about)).with("wrapped", StrictBase64.encode(wrapped));
    }

    private Bytes sealContext() {
        return Bytes.utf8("cairn person file, v1").concat(Json.write(unsealed().build()));
    }

    Bytes encode() {
        return Json.write(unsealed().with("seal", StrictBase64.encode(seal)).build());
    }

    static PersonFile parse(Bytes encoded) throws MalformedJson {
        JsonObject json = Json.parseObject(encoded);
        if (json.integer("version") != VERSION) {
            throw new MalformedJson("version " + json.integer("version") + " is not known here");
        }
        PersonFile file = new PersonFile(
                keyId(json, "holder"),
                json.text("label"),
                PublicKeys.base64(json, "about"),
                PublicKeys.base64(json, "wrapped"),
                PublicKeys.base64(json, "seal"));
        if (!file.encode().equals(encoded)) {
            throw new MalformedJson("it holds something that does not belong there");
        }
        return file;
    }

    static KeyId keyId(JsonObject json, String name) throws MalformedJson {
        try {
            return KeyId.parse(json.text(name));
        } catch (IllegalArgumentException e) {
            throw new MalformedJson("member \"" + name + "\" is " + e.getMessage());
        }
    }
}
