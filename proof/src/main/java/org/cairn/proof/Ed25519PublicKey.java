package org.cairn.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;

/// An Ed25519 public key (RFC 8032) that passed [Ed25519Encoding#refusalOfKey(Bytes)]: to hold one is proof of
/// the check.
/// @param raw the 32 bytes of RFC 8032 section 5.1.5
public record Ed25519PublicKey(Bytes raw) {
    /// DER SubjectPublicKeyInfo up to the key's bytes (RFC 8410 section 4): algorithm 1.3.101.112.
    private static final Bytes SPKI_PREFIX = Bytes.parseHex("302a300506032b6570032100");

    public Ed25519PublicKey {
        Ed25519Encoding.refusalOfKey(raw).ifPresent(refusal -> {
            throw new IllegalArgumentException(refusal);
        });
    }

    /// @throws MalformedKey naming why the key is refused
    public static Ed25519PublicKey parse(Bytes raw) throws MalformedKey {
        var refusal = Ed25519Encoding.refusalOfKey(raw);
        if (refusal.isPresent()) {
            throw new MalformedKey(refusal.get());
        }
        return new Ed25519PublicKey(raw);
    }

    /// @param spki DER SubjectPublicKeyInfo as RFC 8410 section 4 writes it
    public static Ed25519PublicKey parseSpki(Bytes spki) throws MalformedKey {
        int prefix = SPKI_PREFIX.size();
        if (spki.size() != prefix + Ed25519Encoding.KEY_SIZE_BYTES
                || !spki.slice(0, prefix).equals(SPKI_PREFIX)) {
            throw new MalformedKey("not the SubjectPublicKeyInfo of an Ed25519 key");
        }
        return parse(spki.slice(prefix, spki.size()));
    }

    /// DER SubjectPublicKeyInfo.
    public Bytes spki() {
        return SPKI_PREFIX.concat(raw);
    }

    public KeyId keyId() {
        return KeyId.ofSpki(spki());
    }

    /// Whether `signature` is this key's over `message`. The JDK decides, after our strict check of the
    /// encoding. It compares `S B` with `R + k A`, without a factor 8 (JDK 25, `EdDSAOperations.verify`). So where
    /// it accepts, `R` is `S B - k A`: of the prime order, as key and base point are, and nothing more needs to
    /// be checked.
    public boolean verifies(Bytes message, Bytes signature) {
        if (Ed25519Encoding.refusalOfSignature(signature).isPresent()) {
            return false;
        }
        try {
            Signature verification = Signature.getInstance("Ed25519");
            verification.initVerify(jdkKey());
            verification.update(message.asByteBuffer());
            return verification.verify(signature.toByteArray());
        } catch (SignatureException _) {
            return false; // R is not a point of the curve
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK since 15 has Ed25519, and the key was checked", e);
        }
    }

    private PublicKey jdkKey() throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki().toByteArray()));
    }
}
