package org.cairn.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;

/// ML-DSA-44 (FIPS 204, parameter set of section 4), the pure form with an empty context, verified by the JDK.
public final class MlDsa44 {
    /// FIPS 204 table 2.
    public static final int PUBLIC_KEY_SIZE_BYTES = 1_312;

    public static final int SIGNATURE_SIZE_BYTES = 2_420;

    /// DER SubjectPublicKeyInfo up to the key's bytes (RFC 9881 section 4): algorithm 2.16.840.1.101.3.4.3.17.
    private static final Bytes SPKI_PREFIX = Bytes.parseHex("30820532300b06096086480165030403110382052100");

    private MlDsa44() {}

    /// DER SubjectPublicKeyInfo of a raw public key.
    public static Bytes spki(Bytes publicKey) {
        if (publicKey.size() != PUBLIC_KEY_SIZE_BYTES) {
            throw new IllegalArgumentException("an ML-DSA-44 key has 1312 bytes, not " + publicKey.size());
        }
        return SPKI_PREFIX.concat(publicKey);
    }

    /// The raw public key within a DER SubjectPublicKeyInfo.
    public static Bytes rawKey(Bytes spki) throws MalformedKey {
        int prefix = SPKI_PREFIX.size();
        if (spki.size() != prefix + PUBLIC_KEY_SIZE_BYTES
                || !spki.slice(0, prefix).equals(SPKI_PREFIX)) {
            throw new MalformedKey("not the SubjectPublicKeyInfo of an ML-DSA-44 key");
        }
        return spki.slice(prefix, spki.size());
    }

    /// False also where key or signature do not have the sizes of FIPS 204 table 2.
    public static boolean verify(Bytes publicKey, Bytes message, Bytes signature) {
        if (publicKey.size() != PUBLIC_KEY_SIZE_BYTES || signature.size() != SIGNATURE_SIZE_BYTES) {
            return false;
        }
        try {
            Signature verification = Signature.getInstance("ML-DSA-44");
            verification.initVerify(KeyFactory.getInstance("ML-DSA-44")
                    .generatePublic(new X509EncodedKeySpec(spki(publicKey).toByteArray())));
            verification.update(message.asByteBuffer());
            return verification.verify(signature.toByteArray());
        } catch (SignatureException _) {
            return false; // the hint inside the signature is malformed
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK since 24 has ML-DSA (JEP 497)", e);
        }
    }
}
