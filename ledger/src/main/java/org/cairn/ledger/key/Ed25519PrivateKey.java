package org.cairn.ledger.key;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.cairn.proof.Bytes;
import org.cairn.proof.Ed25519PublicKey;

/// An Ed25519 private key (RFC 8032 section 5.1.5), used through BouncyCastle, which signs some twenty times as
/// fast as the JDK.
final class Ed25519PrivateKey {
    private final byte[] seed;
    private final byte[] rawPublic = new byte[Ed25519.PUBLIC_KEY_SIZE];
    private final Ed25519PublicKey publicKey;
    private volatile boolean destroyed;

    private Ed25519PrivateKey(byte[] seed) {
        this.seed = seed;
        Ed25519.generatePublicKey(seed, 0, rawPublic, 0);
        this.publicKey = new Ed25519PublicKey(Bytes.copyOf(rawPublic));
    }

    static Ed25519PrivateKey random(SecureRandom random) {
        byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];
        Ed25519.generatePrivateKey(random, seed);
        return new Ed25519PrivateKey(seed);
    }

    /// @param seed 32 bytes
    static Ed25519PrivateKey ofSeed(Bytes seed) {
        if (seed.size() != Ed25519.SECRET_KEY_SIZE) {
            throw new IllegalArgumentException("an Ed25519 seed has 32 bytes, not " + seed.size());
        }
        return new Ed25519PrivateKey(seed.toByteArray());
    }

    /// @throws KeyringLocked once it is destroyed
    Bytes seed() {
        Bytes copy = Bytes.copyOf(seed);
        requireAlive();
        return copy;
    }

    Ed25519PublicKey publicKey() {
        return publicKey;
    }

    /// 64 bytes over `message`.
    /// @throws KeyringLocked once it is destroyed
    Bytes sign(Bytes message) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        byte[] secret = seed.clone();
        try {
            requireAlive();
            Ed25519.sign(secret, 0, rawPublic, 0, message.toByteArray(), 0, message.size(), signature, 0);
            return Bytes.copyOf(signature);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /// Overwrites the seed; whatever still holds this object signs nothing any more.
    void destroy() {
        destroyed = true;
        Arrays.fill(seed, (byte) 0);
    }

    /// Asked after the seed was copied: a copy from before is whole, and one from after is not used.
    private void requireAlive() {
        if (destroyed) {
            throw new KeyringLocked();
        }
    }
}
