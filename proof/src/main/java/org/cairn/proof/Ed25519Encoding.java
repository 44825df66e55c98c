package org.cairn.proof;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The one strict reading of Ed25519 keys and signatures. Implementations of RFC 8032 disagree on non-canonical
/// encodings and on points outside the prime subgroup ("Taming the many EdDSAs", SSR 2020); where these checks
/// pass, there is nothing left to disagree about, so that any two verifiers give one verdict.
public final class Ed25519Encoding {
    public static final int KEY_SIZE_BYTES = 32;
    public static final int SIGNATURE_SIZE_BYTES = 64;

    /// Keys found good before: the verdict depends on the bytes alone, and the two multiplications of its point
    /// cost more than a signature. Forgotten all at once when full, so that a file of many keys cannot fill the
    /// memory.
    private static final Set<Bytes> GOOD_KEYS = ConcurrentHashMap.newKeySet();

    private static final int REMEMBERED_KEYS = 1024;

    private Ed25519Encoding() {}

    /// Why a public key is refused; empty where it is good: 32 bytes, canonical, on the curve, of the prime
    /// order.
    public static Optional<String> refusalOfKey(Bytes publicKey) {
        if (GOOD_KEYS.contains(publicKey)) {
            return Optional.empty();
        }
        Optional<String> refusal = calculatedRefusal(publicKey);
        if (refusal.isEmpty()) {
            if (GOOD_KEYS.size() >= REMEMBERED_KEYS) {
                GOOD_KEYS.clear();
            }
            GOOD_KEYS.add(publicKey);
        }
        return refusal;
    }

    private static Optional<String> calculatedRefusal(Bytes publicKey) {
        if (publicKey.size() != KEY_SIZE_BYTES) {
            return Optional.of("an Ed25519 key has 32 bytes, not " + publicKey.size());
        }
        if (!isCanonicalPoint(publicKey)) {
            return Optional.of("the key is not the canonical encoding of a point of large order");
        }
        Optional<Edwards25519.Point> point = Edwards25519.decode(publicKey);
        if (point.isEmpty()) {
            return Optional.of("the key is not a point of the curve");
        }
        if (point.get().times(BigInteger.valueOf(8)).isNeutral()) {
            return Optional.of("the key is a point of small order: it verifies signatures nobody made");
        }
        return point.get().times(Edwards25519.L).isNeutral()
                ? Optional.empty()
                : Optional.of("the key is outside the prime subgroup");
    }

    /// Why a signature is refused before any calculation: 64 bytes, `R` canonical and not of order one or two,
    /// `S` below the group order.
    public static Optional<String> refusalOfSignature(Bytes signature) {
        if (signature.size() != SIGNATURE_SIZE_BYTES) {
            return Optional.of("an Ed25519 signature has 64 bytes, not " + signature.size());
        }
        if (!isCanonicalPoint(signature.slice(0, 32))) {
            return Optional.of("R is not the canonical encoding of a point of large order");
        }
        BigInteger s = Edwards25519.littleEndian(signature.slice(32, 64));
        return s.compareTo(Edwards25519.L) < 0 ? Optional.empty() : Optional.of("S is not below the group order");
    }

    /// The number that little-endian bytes encode, modulo the group order (RFC 8032 section 5.1.7, step 2).
    public static BigInteger scalar(Bytes littleEndian) {
        return Edwards25519.littleEndian(littleEndian).mod(Edwards25519.L);
    }

    /// `y` below the field's prime. The points `y = 1` and `y = -1` are refused with it: their `x` is zero,
    /// which could carry a sign or not, and they are of order one and two.
    private static boolean isCanonicalPoint(Bytes encoded) {
        BigInteger y = Edwards25519.littleEndian(encoded).clearBit(255);
        return y.compareTo(BigInteger.ONE) != 0 && y.compareTo(Edwards25519.P.subtract(BigInteger.ONE)) < 0;
    }
}
