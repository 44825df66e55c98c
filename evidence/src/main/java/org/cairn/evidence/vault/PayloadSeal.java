package org.cairn.evidence.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// One payload sealed: AES-256-GCM (NIST SP 800-38D) under a data key of its own, through Tink: 12 bytes of nonce,
/// ciphertext, 16 bytes of tag. Each key seals one message only.
/// @param secret the 32-byte data key followed by the 32-byte salt
/// @param sealed what is stored
record PayloadSeal(PayloadRef reference, Bytes secret, Bytes sealed) {
    static final int KEY_BYTES = 32;
    static final int SALT_BYTES = 32;
    static final int NONCE_BYTES = 12;
    static final int OVERHEAD_BYTES = NONCE_BYTES + 16;

    private static final int TAG_BITS = 128;
    private static final Bytes PURPOSE = Bytes.utf8("cairn payload v1");

    static PayloadSeal seal(Bytes plain, SecureRandom random) {
        Bytes kept = secret(random);
        try {
            Bytes sealed = Bytes.copyOf(cipher(kept).encrypt(plain.toByteArray(), PURPOSE.toByteArray()));
            Digest commitment = new Opening(salt(kept), plain).commitment();
            return new PayloadSeal(new PayloadRef(Digest.sha256(sealed), commitment, plain.size()), kept, sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    static Bytes secret(SecureRandom random) {
        byte[] secret = new byte[KEY_BYTES + SALT_BYTES];
        random.nextBytes(secret);
        return Bytes.copyOf(secret);
    }

    /// Makes what [#seal] makes piece by piece: the ciphertext, and the tag at its end.
    static Cipher sealing(Bytes secret, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key(secret), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(PURPOSE.toByteArray());
        return cipher;
    }

    /// Empty if `sealed` was not made with this secret.
    static Optional<Opening> open(Bytes secret, Bytes sealed) {
        try {
            byte[] plain = cipher(secret).decrypt(sealed.toByteArray(), PURPOSE.toByteArray());
            return Optional.of(new Opening(salt(secret), Bytes.copyOf(plain)));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    /// Decrypts the ciphertext piece by piece. What comes out is not authenticated by the tag, which is not read: the
    /// caller holds the stored bytes against their name before, and the plain ones against the commitment after.
    /// GCM encrypts in counter mode from the block after the nonce's first (NIST SP 800-38D section 7.2).
    static Cipher unauthenticated(Bytes secret, byte[] nonce) {
        ByteBuffer counter = ByteBuffer.allocate(16).put(nonce).putInt(2);
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key(secret), new IvParameterSpec(counter.array()));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-CTR", e);
        }
    }

    private static SecretKeySpec key(Bytes secret) {
        return new SecretKeySpec(secret.slice(0, KEY_BYTES).toByteArray(), "AES");
    }

    private static AesGcmJce cipher(Bytes secret) throws GeneralSecurityException {
        return new AesGcmJce(secret.slice(0, KEY_BYTES).toByteArray());
    }

    static Bytes salt(Bytes secret) {
        return secret.slice(KEY_BYTES, KEY_BYTES + SALT_BYTES);
    }
}
