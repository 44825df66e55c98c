package org.cairn.ledger.key;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.NoteKey;
import org.cairn.proof.StrictBase64;

/// Every private key of a workspace, as it is kept inside the encrypted file `private.keys`.
/// @param documents  signs documents in the person's name
/// @param timeStamps signs time stamps
record PrivateKeys(
        String origin,
        Ed25519PrivateKey person,
        Ed25519PrivateKey collector,
        Ed25519PrivateKey log,
        MlDsa44PrivateKey logPostQuantum,
        Ed25519PrivateKey witness,
        MlDsa44PrivateKey witnessPostQuantum,
        DocumentAuthority authority,
        DocumentKey documents,
        DocumentKey timeStamps) {
    /// The store lies inside the encrypted file, which protects it; the format still demands a password.
    private static final String STORE_PASSWORD = "inside-private-keys";

    static PrivateKeys create(String origin, String personName, Instant now, SecureRandom random) {
        DocumentAuthority authority = DocumentAuthority.create(origin, now, random);
        return new PrivateKeys(
                origin,
                Ed25519PrivateKey.random(random),
                Ed25519PrivateKey.random(random),
                Ed25519PrivateKey.random(random),
                MlDsa44PrivateKey.random(random),
                Ed25519PrivateKey.random(random),
                MlDsa44PrivateKey.random(random),
                authority,
                authority.issueForDocuments(personName, now, random),
                authority.issueForTimeStamps(origin, now, random));
    }

    PublicKeys publicKeys() {
        try {
            return new PublicKeys(
                    origin,
                    logSigner().keys(),
                    witnessSigner().keys(),
                    person.publicKey(),
                    collector.publicKey(),
                    Bytes.copyOf(authority.root().certificate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a parsed certificate has an encoding", e);
        }
    }

    NoteSigner logSigner() {
        return new NoteSigner(origin, NoteKey.Algorithm.ED25519, log, logPostQuantum);
    }

    NoteSigner witnessSigner() {
        return new NoteSigner(origin + "/witness", NoteKey.Algorithm.ED25519_COSIGNATURE, witness, witnessPostQuantum);
    }

    Bytes encode() {
        return Json.write(Json.object()
                .with("origin", origin)
                .with("person", base64(person.seed()))
                .with("collector", base64(collector.seed()))
                .with("log", base64(log.seed()))
                .with("logPostQuantum", toJson(logPostQuantum))
                .with("witness", base64(witness.seed()))
                .with("witnessPostQuantum", toJson(witnessPostQuantum))
                .with("documents", base64(encodeStore()))
                .build());
    }

    static PrivateKeys parse(Bytes encoded) throws KeyException {
        try {
            JsonObject json = Json.parseObject(encoded);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(
                    new ByteArrayInputStream(
                            PublicKeys.base64(json, "documents").toByteArray()),
                    STORE_PASSWORD.toCharArray());
            return new PrivateKeys(
                    json.text("origin"),
                    seed(json, "person"),
                    seed(json, "collector"),
                    seed(json, "log"),
                    mlDsa44(json.object("logPostQuantum")),
                    seed(json, "witness"),
                    mlDsa44(json.object("witnessPostQuantum")),
                    new DocumentAuthority(documentKey(store, "root")),
                    documentKey(store, "documents"),
                    documentKey(store, "time-stamps"));
        } catch (MalformedJson | GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw new KeyException("The private keys are malformed. Restore the folder of keys from a backup.", e);
        }
    }

    private Bytes encodeStore() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            put(store, "root", authority.root());
            put(store, "documents", documents);
            put(store, "time-stamps", timeStamps);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, STORE_PASSWORD.toCharArray());
            return Bytes.copyOf(out.toByteArray());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every JDK has PKCS#12", e);
        }
    }

    private static void put(KeyStore store, String alias, DocumentKey key) throws GeneralSecurityException {
        store.setKeyEntry(
                alias,
                key.privateKey(),
                STORE_PASSWORD.toCharArray(),
                key.chain().toArray(Certificate[]::new));
    }

    private static DocumentKey documentKey(KeyStore store, String alias) throws GeneralSecurityException, KeyException {
        List<X509Certificate> chain = new ArrayList<>();
        if (store.getKey(alias, STORE_PASSWORD.toCharArray()) instanceof PrivateKey key) {
            for (Certificate certificate : store.getCertificateChain(alias)) {
                chain.add((X509Certificate) certificate);
            }
            return new DocumentKey(key, chain);
        }
        throw new KeyException("The key \"" + alias + "\" is missing. Restore the folder of keys from a backup.");
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
