package org.cairn.ledger.key;

import java.security.SecureRandom;
import java.time.Instant;
import org.cairn.proof.Bytes;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.MalformedKey;
import org.cairn.proof.NoteKey;
import org.cairn.proof.StrictBase64;

/// The private keys that belong to the workspace and not to a person, as they are kept inside the encrypted file
/// `private.keys`. Everybody who opens the workspace has them.
/// @param founder    the public key of the person who founded the workspace
/// @param timeStamps signs time stamps
record PrivateKeys(
        String origin,
        Ed25519PublicKey founder,
        Ed25519PrivateKey collector,
        Ed25519PrivateKey log,
        MlDsa44PrivateKey logPostQuantum,
        Ed25519PrivateKey witness,
        MlDsa44PrivateKey witnessPostQuantum,
        DocumentAuthority authority,
        DocumentKey timeStamps) {
    static PrivateKeys create(
            String origin, Ed25519PublicKey founder, DocumentAuthority authority, Instant now, SecureRandom random) {
        return new PrivateKeys(
                origin,
                founder,
                Ed25519PrivateKey.random(random),
                Ed25519PrivateKey.random(random),
                MlDsa44PrivateKey.random(random),
                Ed25519PrivateKey.random(random),
                MlDsa44PrivateKey.random(random),
                authority,
                authority.issueForTimeStamps(origin, now, random));
    }

    PublicKeys publicKeys() {
        return new PublicKeys(
                origin,
                logSigner().keys(),
                witnessSigner().keys(),
                founder,
                collector.publicKey(),
                DocumentKey.encoding(authority.root().certificate()));
    }

    NoteSigner logSigner() {
        return new NoteSigner(origin, NoteKey.Algorithm.ED25519, log, logPostQuantum);
    }

    NoteSigner witnessSigner() {
        return new NoteSigner(origin + "/witness", NoteKey.Algorithm.ED25519_COSIGNATURE, witness, witnessPostQuantum);
    }

    /// Wipes what can be wiped, and lets every signer made from these keys refuse.
    void destroy() {
        collector.destroy();
        log.destroy();
        logPostQuantum.destroy();
        witness.destroy();
        witnessPostQuantum.destroy();
    }

    Bytes encode() {
        return Json.write(Json.object()
                .with("origin", origin)
                .with("founder", base64(founder.spki()))
                .with("collector", base64(collector.seed()))
                .with("log", base64(log.seed()))
                .with("logPostQuantum", toJson(logPostQuantum))
                .with("witness", base64(witness.seed()))
                .with("witnessPostQuantum", toJson(witnessPostQuantum))
                .with("root", DocumentKeyCodec.toJson(authority.root()))
                .with("timeStamps", DocumentKeyCodec.toJson(timeStamps))
                .build());
    }

    static PrivateKeys parse(Bytes encoded) throws KeyException {
        try {
            JsonObject json = Json.parseObject(encoded);
            return new PrivateKeys(
                    json.text("origin"),
                    Ed25519PublicKey.parseSpki(PublicKeys.base64(json, "founder")),
                    seed(json, "collector"),
                    seed(json, "log"),
                    mlDsa44(json.object("logPostQuantum")),
                    seed(json, "witness"),
                    mlDsa44(json.object("witnessPostQuantum")),
                    new DocumentAuthority(DocumentKeyCodec.parse(json.object("root"))),
                    DocumentKeyCodec.parse(json.object("timeStamps")));
        } catch (MalformedJson | MalformedKey | IllegalArgumentException e) {
            throw new KeyException("The private keys are malformed. Restore the folder of keys from a backup.", e);
        }
    }

    private static JsonObject toJson(MlDsa44PrivateKey key) {
        return Json.object()
                .with("pkcs8", base64(key.pkcs8()))
                .with("public", base64(key.rawPublic()))
                .build();
    }

    private static MlDsa44PrivateKey mlDsa44(JsonObject json) throws KeyException, MalformedJson {
        return MlDsa44PrivateKey.parse(PublicKeys.base64(json, "pkcs8"), PublicKeys.base64(json, "public"));
    }

    private static Ed25519PrivateKey seed(JsonObject json, String name) throws MalformedJson {
        return Ed25519PrivateKey.ofSeed(PublicKeys.base64(json, name));
    }

    private static String base64(Bytes bytes) {
        return StrictBase64.encode(bytes);
    }

    /// Never a key.
    @Override
    public String toString() {
        return "private keys of " + origin;
    }
}
