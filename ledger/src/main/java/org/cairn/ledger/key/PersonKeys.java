package org.cairn.ledger.key;

import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.StrictBase64;

/// The private keys of one person, as they lie inside that person's file.
/// @param entries   signs entries
/// @param next      takes the place of `entries` once the ledger knows it
/// @param documents signs documents in the person's name
record PersonKeys(Ed25519PrivateKey entries, Optional<Ed25519PrivateKey> next, DocumentKey documents) {
    PersonKeys withNext(Optional<Ed25519PrivateKey> key) {
        return new PersonKeys(entries, key, documents);
    }

    PersonKeys withDocuments(DocumentKey key) {
        return new PersonKeys(entries, next, key);
    }

    /// Wipes what can be wiped; Java keeps no promise for the rest.
    void destroy() {
        entries.destroy();
        next.ifPresent(Ed25519PrivateKey::destroy);
    }

    Bytes encode() {
        Json.Builder json = Json.object()
                .with("entries", StrictBase64.encode(entries.seed()))
                .with("documents", DocumentKeyCodec.toJson(documents));
        next.ifPresent(key -> json.with("next", StrictBase64.encode(key.seed())));
        return Json.write(json.build());
    }

    static PersonKeys parse(Bytes encoded) throws KeyException {
        try {
            JsonObject json = Json.parseObject(encoded);
            Optional<Ed25519PrivateKey> next = json.member("next").isPresent()
                    ? Optional.of(Ed25519PrivateKey.ofSeed(PublicKeys.base64(json, "next")))
                    : Optional.empty();
            return new PersonKeys(
                    Ed25519PrivateKey.ofSeed(PublicKeys.base64(json, "entries")),
                    next,
                    DocumentKeyCodec.parse(json.object("documents")));
        } catch (MalformedJson | IllegalArgumentException e) {
            throw new KeyException("A person's keys are malformed. Restore the folder of keys from a backup.", e);
        }
    }

    /// Never a key.
    @Override
    public String toString() {
        return "keys of " + documents.certificate().getSubjectX500Principal();
    }
}
