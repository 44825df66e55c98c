package org.cairn.ledger.key;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import org.cairn.ledger.store.DurableFolder;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.NoteKey;
import org.cairn.proof.StrictBase64;

/// The keys of a witness who has no workspace: one file, `witness.key`, wrapped by a passphrase (0600). There is no
/// second
/// way in: a witness whose passphrase is lost makes new keys, and whoever relies on it enrols those.
public final class WitnessKeyring {
    static final String FILE = "witness.key";
    private static final int SIZE_LIMIT_BYTES = 64 * 1024;
    private static final int VERSION = 1;
    private static final String CONTEXT = "cairn witness key, v1: ";

    private WitnessKeyring() {}

    public static boolean existsIn(Path folder) {
        return DurableFolder.ofOwner(folder).has(FILE);
    }

    /// Makes an Ed25519 and an ML-DSA-44 key and stores them.
    /// @param name of the witness, as in its signature lines; no space, no plus
    public static Witness create(Path folder, String name, Passphrase passphrase, SecureRandom random)
            throws KeyException {
        if (existsIn(folder)) {
            throw new KeyException(folder.resolve(FILE) + " exists already. Use it, or choose another folder.");
        }
        Ed25519PrivateKey ed25519 = Ed25519PrivateKey.random(random);
        MlDsa44PrivateKey mlDsa44 = MlDsa44PrivateKey.random(random);
        Witness witness = witness(name, ed25519, mlDsa44);
        Bytes plain = Json.write(Json.object()
                .with("ed25519", StrictBase64.encode(ed25519.seed()))
                .with("mlDsa44", StrictBase64.encode(mlDsa44.pkcs8()))
                .with("mlDsa44Public", StrictBase64.encode(mlDsa44.rawPublic()))
                .build());
        KeyDerivation derivation = KeyDerivation.fresh(random);
        byte[] key = derivation.derive(passphrase);
        try {
            Bytes wrapped = new KeyWrapping(key).wrap(plain, context(name));
            Bytes file = Json.write(Json.object()
                    .with("version", VERSION)
                    .with("name", name)
                    .with("derivation", derivation.toJson())
                    .with("keys", StrictBase64.encode(wrapped))
                    .build());
            DurableFolder.ofOwner(folder).write(FILE, file);
        } catch (IOException e) {
            throw new KeyException("The keys cannot be stored in " + folder + " (" + e.getMessage() + ").", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
        return witness;
    }

    /// @throws WrongPassphrase where the passphrase does not fit
    public static Witness open(Path folder, Passphrase passphrase) throws KeyException {
        String file = folder.resolve(FILE).toString();
        try {
            JsonObject json = Json.parseObject(DurableFolder.ofOwner(folder).read(FILE, SIZE_LIMIT_BYTES));
            if (json.integer("version") != VERSION) {
                throw new MalformedJson("version " + json.integer("version") + " is not known here");
            }
            return unwrap(json, passphrase, file);
        } catch (IOException e) {
            throw new KeyException(
                    file + " cannot be read (" + e.getMessage() + "). `cairn witness init` makes one.", e);
        } catch (MalformedJson | IllegalArgumentException e) {
            throw new KeyException(file + " is malformed: " + e.getMessage() + ". Restore it from a backup.", e);
        }
    }

    private static Witness unwrap(JsonObject json, Passphrase passphrase, String file)
            throws KeyException, MalformedJson {
        String name = json.text("name");
        byte[] key = KeyDerivation.parse(json.object("derivation")).derive(passphrase);
        try {
            Bytes plain = new KeyWrapping(key)
                    .unwrap(base64(json, "keys"), context(name))
                    .orElseThrow(() -> new WrongPassphrase("passphrase", file));
            JsonObject keys = Json.parseObject(plain);
            return witness(
                    name,
                    Ed25519PrivateKey.ofSeed(base64(keys, "ed25519")),
                    MlDsa44PrivateKey.parse(base64(keys, "mlDsa44"), base64(keys, "mlDsa44Public")));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static Witness witness(String name, Ed25519PrivateKey ed25519, MlDsa44PrivateKey mlDsa44)
            throws KeyException {
        try {
            return new Witness(new NoteSigner(name, NoteKey.Algorithm.ED25519_COSIGNATURE, ed25519, mlDsa44));
        } catch (IllegalArgumentException e) {
            throw new KeyException("\"" + name + "\" cannot be the name of a witness: " + e.getMessage() + ".", e);
        }
    }

    private static Bytes context(String name) {
        return Bytes.utf8(CONTEXT + name);
    }

    private static Bytes base64(JsonObject json, String name) throws MalformedJson {
        return StrictBase64.decode(json.text(name))
                .orElseThrow(() -> new MalformedJson("member \"" + name + "\" is not base64"));
    }
}
