package org.cairn.ledger.key;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.cairn.proof.Json;
import org.cairn.proof.StrictBase64;

/// The key of an auditor who has no workspace: one file, `auditor.key`, wrapped by a passphrase (0600). There is no
/// second way in: an auditor whose passphrase is lost makes a new key, and whoever is audited compares that one's
/// fingerprint.
public final class AuditorKeyring {
    /// In the folder of the auditor.
    public static final String FILE = "auditor.key";
    private static final WrappedKeyFile KEY = new WrappedKeyFile(FILE, "cairn auditor key, v1: ", "cairn audit init");

    /// @param name   as the auditor wrote it
    /// @param signer with the auditor's key
    public record Auditor(String name, EntrySigner signer) {}

    private AuditorKeyring() {}

    /// Makes an Ed25519 key and stores it.
    public static Auditor create(Path folder, String name, Passphrase passphrase, SecureRandom random)
            throws KeyException {
        KEY.requireNew(folder);
        Ed25519PrivateKey key = Ed25519PrivateKey.random(random);
        KEY.create(
                folder,
                name,
                Json.object().with("ed25519", StrictBase64.encode(key.seed())).build(),
                passphrase,
                random);
        return new Auditor(name, new EntrySigner(key));
    }

    /// @throws WrongPassphrase where the passphrase does not fit
    public static Auditor open(Path folder, Passphrase passphrase) throws KeyException {
        return KEY.open(
                folder,
                passphrase,
                opened -> new Auditor(
                        opened.holder(),
                        new EntrySigner(Ed25519PrivateKey.ofSeed(WrappedKeyFile.base64(opened.keys(), "ed25519")))));
    }
}
