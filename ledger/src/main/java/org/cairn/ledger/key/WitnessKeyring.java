package org.cairn.ledger.key;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.cairn.proof.Json;
import org.cairn.proof.NoteKey;
import org.cairn.proof.StrictBase64;

/// The keys of a witness who has no workspace: one file, `witness.key`, wrapped by a passphrase (0600). There is no
/// second
/// way in: a witness whose passphrase is lost makes new keys, and whoever relies on it enrols those.
public final class WitnessKeyring {
    static final String FILE = "witness.key";
    private static final WrappedKeyFile KEYS =
            new WrappedKeyFile(FILE, "cairn witness key, v1: ", "cairn witness init");

    private WitnessKeyring() {}

    public static boolean existsIn(Path folder) {
        return KEYS.existsIn(folder);
    }

    /// Makes an Ed25519 and an ML-DSA-44 key and stores them.
    /// @param name of the witness, as in its signature lines; no space, no plus
    public static Witness create(Path folder, String name, Passphrase passphrase, SecureRandom random)
            throws KeyException {
        KEYS.requireNew(folder);
        Ed25519PrivateKey ed25519 = Ed25519PrivateKey.random(random);
        MlDsa44PrivateKey mlDsa44 = MlDsa44PrivateKey.random(random);
        Witness witness = witness(name, ed25519, mlDsa44);
        KEYS.create(
                folder,
                name,
                Json.object()
                        .with("ed25519", StrictBase64.encode(ed25519.seed()))
                        .with("mlDsa44", StrictBase64.encode(mlDsa44.pkcs8()))
                        .with("mlDsa44Public", StrictBase64.encode(mlDsa44.rawPublic()))
                        .build(),
                passphrase,
                random);
        return witness;
    }

    /// @throws WrongPassphrase where the passphrase does not fit
    public static Witness open(Path folder, Passphrase passphrase) throws KeyException {
        return KEYS.open(
                folder,
                passphrase,
                opened -> witness(
                        opened.holder(),
                        Ed25519PrivateKey.ofSeed(WrappedKeyFile.base64(opened.keys(), "ed25519")),
                        MlDsa44PrivateKey.parse(
                                WrappedKeyFile.base64(opened.keys(), "mlDsa44"),
                                WrappedKeyFile.base64(opened.keys(), "mlDsa44Public"))));
    }

    private static Witness witness(String name, Ed25519PrivateKey ed25519, MlDsa44PrivateKey mlDsa44)
            throws KeyException {
        try {
            return new Witness(new NoteSigner(name, NoteKey.Algorithm.ED25519_COSIGNATURE, ed25519, mlDsa44));
        } catch (IllegalArgumentException e) {
            throw new KeyException("\"" + name + "\" cannot be the name of a witness: " + e.getMessage() + ".", e);
        }
    }
}
