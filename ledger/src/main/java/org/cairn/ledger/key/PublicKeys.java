package org.cairn.ledger.key;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.cairn.ledger.store.DurableFolder;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.MalformedKey;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.NoteKey;
import org.cairn.proof.StrictBase64;

/// The public side of a workspace's keys: `keys/public.json`, readable without the passphrase. Whoever may
/// write the file can put other keys there, so compare what counts (the root's fingerprint, the log's keys)
/// with a copy from elsewhere.
/// @param origin          the log's name
/// @param log             the keys that sign checkpoints: Ed25519, then ML-DSA-44
/// @param witness         the keys with which this workspace cosigns other logs
/// @param person          the key of the person who founded the workspace: the first entries are signed by it
/// @param rootCertificate DER
public record PublicKeys(
        String origin,
        List<NoteKey> log,
        List<NoteKey> witness,
        Ed25519PublicKey person,
        Ed25519PublicKey collector,
        Bytes rootCertificate) {
    static final String FILE = "public.json";
    private static final int SIZE_LIMIT_BYTES = 64 * 1024;
    private static final int VERSION = 1;

    public PublicKeys {
        log = List.copyOf(log);
        witness = List.copyOf(witness);
    }

    /// @param keysDir the workspace's folder `keys`
    public static PublicKeys read(Path keysDir) throws KeyException {
        String file = keysDir.resolve(FILE).toString();
        try {
            return parse(Json.parseObject(DurableFolder.ofOwner(keysDir).read(FILE, SIZE_LIMIT_BYTES)));
        } catch (IOException e) {
            throw new KeyException(
                    file + " cannot be read (" + e.getMessage() + "). Restore the folder of keys from a backup.", e);
        } catch (MalformedJson | MalformedNote | MalformedKey e) {
            throw new KeyException(
                    file + " is malformed: " + e.getMessage() + ". Restore the folder of keys from a backup.", e);
        }
    }

    /// SHA-256 of the root's certificate, as `openssl x509 -fingerprint -sha256` shows it.
    public Digest rootFingerprint() {
        return Digest.sha256(rootCertificate);
    }

    public X509Certificate root() throws KeyException {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(rootCertificate.toByteArray()));
        } catch (CertificateException e) {
            throw new KeyException("The root certificate in " + FILE + " is malformed.", e);
        }
    }

    Bytes encode() {
        return Json.write(Json.object()
                .with("version", VERSION)
                .with("origin", origin)
                .with("log", log.stream().map(key -> Json.text(key.encode())).toList())
                .with(
                        "witness",
                        witness.stream().map(key -> Json.text(key.encode())).toList())
                .with("person", StrictBase64.encode(person.spki()))
                .with("collector", StrictBase64.encode(collector.spki()))
                .with("rootCertificate", StrictBase64.encode(rootCertificate))
                .build());
    }

    private static PublicKeys parse(JsonObject json) throws MalformedJson, MalformedNote, MalformedKey {
        if (json.integer("version") != VERSION) {
            throw new MalformedJson("version " + json.integer("version") + " is not known here");
        }
        return new PublicKeys(
                json.text("origin"),
                noteKeys(json.array("log")),
                noteKeys(json.array("witness")),
                Ed25519PublicKey.parseSpki(base64(json, "person")),
                Ed25519PublicKey.parseSpki(base64(json, "collector")),
                base64(json, "rootCertificate"));
    }

    private static List<NoteKey> noteKeys(List<Json> encoded) throws MalformedNote, MalformedJson {
        List<NoteKey> keys = new ArrayList<>();
        for (Json key : encoded) {
            if (!(key instanceof JsonText(String text))) {
                throw new MalformedJson("a key is not a text");
            }
            keys.add(NoteKey.parse(text));
        }
        return keys;
    }

    static Bytes base64(JsonObject json, String name) throws MalformedJson {
        return StrictBase64.decode(json.text(name))
                .orElseThrow(() -> new MalformedJson("member \"" + name + "\" is not base64"));
    }
}
