package org.cairn.ledger.key;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.cairn.proof.Bytes;

/// AES-256-GCM (NIST SP 800-38D) by Tink: 12 random bytes, the ciphertext, a 16-byte tag. The context is
/// authenticated but not stored: what was wrapped for one purpose does not unwrap for another.
final class KeyWrapping {
    private final Aead aead;

    /// @param key 32 bytes; copied
    KeyWrapping(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("AES-256 takes 32 bytes, not " + key.length);
        }
        try {
            aead = new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-256-GCM", e);
        }
    }

    Bytes wrap(Bytes plain, Bytes context) {
        try {
            return Bytes.copyOf(aead.encrypt(plain.toByteArray(), context.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-256-GCM", e);
        }
    }

    /// Empty where key or context are others, or a bit changed.
    Optional<Bytes> unwrap(Bytes wrapped, Bytes context) {
        try {
            return Optional.of(Bytes.copyOf(aead.decrypt(wrapped.toByteArray(), context.toByteArray())));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }
}
