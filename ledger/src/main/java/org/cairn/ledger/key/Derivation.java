package org.cairn.ledger.key;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.cairn.proof.Bytes;

/// HKDF with SHA-256 (RFC 5869): from one secret to keys for separate uses.
final class Derivation {
    private static final int KEY_SIZE_BYTES = 32;
    private static final Bytes WITHOUT_FILE = Bytes.utf8("cairn slot v2, passphrase");
    private static final Bytes WITH_FILE = Bytes.utf8("cairn slot v2, passphrase and key file");

    private Derivation() {}

    /// The key that wraps a person's slot: Argon2id of the passphrase, and the key file's SHA-256 behind it.
    /// @return fresh 32 bytes; the caller wipes them
    static byte[] slotKey(KeyDerivation derivation, PersonSecrets secrets) {
        byte[] stretched = derivation.derive(secrets.passphrase());
        byte[] both = secrets.keyFile()
                .map(file -> Bytes.copyOf(stretched).concat(file.secret()).toByteArray())
                .orElseGet(stretched::clone);
        try {
            return derive(both, derivation.salt(), secrets.keyFile().isPresent() ? WITH_FILE : WITHOUT_FILE);
        } finally {
            Arrays.fill(stretched, (byte) 0);
            Arrays.fill(both, (byte) 0);
        }
    }

    /// A key for one use, from a key that is used for nothing else.
    /// @return fresh 32 bytes; the caller wipes them
    static byte[] forUse(byte[] key, String use) {
        return derive(key, Bytes.empty(), Bytes.utf8(use));
    }

    private static byte[] derive(byte[] secret, Bytes salt, Bytes use) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(secret)
                            .addSalt(salt.toByteArray())
                            .thenExpand(use.toByteArray(), KEY_SIZE_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK since 25 has HKDF (JEP 510)", e);
        }
    }
}
