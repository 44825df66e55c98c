package org.cairn.ledger.key;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.cairn.proof.Bytes;
import org.cairn.proof.MalformedKey;
import org.cairn.proof.MlDsa44;

/// An ML-DSA-44 private key (FIPS 204) of the JDK, with its public key, which the JDK does not derive from it.
final class MlDsa44PrivateKey {
    private static final String ALGORITHM = "ML-DSA-44";

    private final AtomicReference<Optional<PrivateKey>> key;
    private final Bytes rawPublic;

    private MlDsa44PrivateKey(PrivateKey key, Bytes rawPublic) {
        this.key = new AtomicReference<>(Optional.of(key));
        this.rawPublic = rawPublic;
    }

    Bytes rawPublic() {
        return rawPublic;
    }

    /// Lets go of the key; whatever still holds this object signs nothing any more. The JDK does not overwrite it.
    void destroy() {
        key.set(Optional.empty());
    }

    private PrivateKey requireAlive() {
        return key.get().orElseThrow(KeyringLocked::new);
    }

    static MlDsa44PrivateKey random(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ML_DSA_44, random);
            KeyPair pair = generator.generateKeyPair();
            Bytes spki = Bytes.copyOf(pair.getPublic().getEncoded());
            return new MlDsa44PrivateKey(pair.getPrivate(), MlDsa44.rawKey(spki));
        } catch (GeneralSecurityException | MalformedKey e) {
            throw new IllegalStateException("every JDK since 24 has ML-DSA (JEP 497)", e);
        }
    }

    /// @param pkcs8 what [#pkcs8()] gave
    static MlDsa44PrivateKey parse(Bytes pkcs8, Bytes rawPublic) throws KeyException {
        try {
            PrivateKey key =
                    KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pkcs8.toByteArray()));
            return new MlDsa44PrivateKey(key, rawPublic);
        } catch (GeneralSecurityException e) {
            throw new KeyException("The stored ML-DSA-44 key is malformed. Restore the keys from a backup.", e);
        }
    }

    /// PKCS#8 (RFC 5958), as the JDK writes it.
    Bytes pkcs8() {
        return Bytes.copyOf(requireAlive().getEncoded());
    }

    Bytes sign(Bytes message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(requireAlive());
            signature.update(message.asByteBuffer());
            return Bytes.copyOf(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key was made or read by the same provider", e);
        }
    }
}
