package org.cairn.ledger.key;

import java.security.SecureRandom;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContext;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.cairn.proof.Bytes;

/// The key to which others encrypt what they send here: X25519 (RFC 7748), used through HPKE (RFC 9180) in base mode
/// with
/// DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and AES-256-GCM. Who sent something is shown by the log's signatures, so
/// HPKE
/// authenticates nobody.
public final class TransferKey {
    public static final int SIZE_BYTES = 32;

    /// What AES-GCM adds to each message.
    public static final int TAG_BYTES = 16;

    private final Bytes secret;
    private final Bytes publicKey;

    private TransferKey(Bytes secret) {
        this.secret = secret;
        this.publicKey = Bytes.copyOf(new X25519PrivateKeyParameters(secret.toByteArray())
                .generatePublicKey()
                .getEncoded());
    }

    public static TransferKey random(SecureRandom random) {
        return new TransferKey(Bytes.copyOf(new X25519PrivateKeyParameters(random).getEncoded()));
    }

    /// @param secret 32 bytes, from [#secret()]
    public static TransferKey of(Bytes secret) {
        if (secret.size() != SIZE_BYTES) {
            throw new IllegalArgumentException("an X25519 key has 32 bytes, not " + secret.size());
        }
        return new TransferKey(secret);
    }

    public Bytes publicKey() {
        return publicKey;
    }

    /// The private key, to be kept encrypted.
    public Bytes secret() {
        return secret;
    }

    /// Encrypts messages to one receiver, in order.
    public static final class Sealing {
        private final HPKEContextWithEncapsulation context;

        private Sealing(HPKEContextWithEncapsulation context) {
            this.context = context;
        }

        /// What the receiver needs to open: 32 bytes.
        public Bytes encapsulation() {
            return Bytes.copyOf(context.getEncapsulation());
        }

        /// @param about authenticated, not encrypted
        public Bytes seal(Bytes message, Bytes about) {
            try {
                return Bytes.copyOf(context.seal(about.toByteArray(), message.toByteArray()));
            } catch (InvalidCipherTextException e) {
                throw new IllegalStateException("encrypting checks nothing", e);
            }
        }
    }

    /// Decrypts what one [Sealing] encrypted, in the same order.
    public static final class Unsealing {
        private final HPKEContext context;

        private Unsealing(HPKEContext context) {
            this.context = context;
        }

        /// @throws KeyException where it was sealed for another key, in another order, or a bit changed
        public Bytes open(Bytes sealed, Bytes about) throws KeyException {
            try {
                return Bytes.copyOf(context.open(about.toByteArray(), sealed.toByteArray()));
            } catch (InvalidCipherTextException | RuntimeException e) {
                throw new KeyException("It was sealed for another workspace's transfer key, or changed.", e);
            }
        }
    }

    /// @param receiver public key of the receiver
    /// @param info     what is sent, by whom, to whom: both sides must say the same
    /// @throws KeyException where the key is none that can be agreed with
    public static Sealing sealTo(Bytes receiver, Bytes info) throws KeyException {
        try {
            HPKE hpke = suite();
            return new Sealing(hpke.setupBaseS(hpke.deserializePublicKey(receiver.toByteArray()), info.toByteArray()));
        } catch (RuntimeException e) {
            throw new KeyException("The receiver's transfer key is malformed: pair again.", e);
        }
    }

    public Unsealing unseal(Bytes encapsulation, Bytes info) throws KeyException {
        try {
            HPKE hpke = suite();
            AsymmetricCipherKeyPair pair = hpke.deserializePrivateKey(secret.toByteArray(), publicKey.toByteArray());
            return new Unsealing(hpke.setupBaseR(encapsulation.toByteArray(), pair, info.toByteArray()));
        } catch (RuntimeException e) {
            throw new KeyException("What the bundle encapsulates is malformed.", e);
        }
    }

    private static HPKE suite() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }

    /// Never the key.
    @Override
    public String toString() {
        return "transfer key " + publicKey.hex();
    }
}
