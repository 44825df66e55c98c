package org.cairn.ledger.key;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.cairn.ledger.key.PointSum.Addend;
import org.cairn.proof.Bytes;
import org.cairn.proof.Ed25519Encoding;
import org.cairn.proof.Ed25519PublicKey;

/// A key that verifies many signatures, two and a half times as fast as without its table. RFC 8032 section 5.1.7
/// without the factor 8, word for word: calculates `S B - k A` and accepts if its encoding is `R`, byte by byte.
///
/// Nothing else about `R` has to be checked. `A` was checked to be of the prime order ([Ed25519PublicKey]), `B` is,
/// and so is every sum of their multiples: an `R` with a part of small order is never equal to one. An encoding is
/// made in one way only: an `R` in another spelling is not equal either. So this gives the verdict of the JDK,
/// which compares `S B` with `R + k A` after decoding `R`, and for keys of the prime order that of the equation
/// with the factor 8 where `R` is of the prime order too.
final class KnownKey {
    private static final int R_SIZE_BYTES = 32;

    private final Ed25519PublicKey key;
    private final PointTable minusKey;

    private KnownKey(Ed25519PublicKey key, PointTable minusKey) {
        this.key = key;
        this.minusKey = minusKey;
    }

    static KnownKey of(Ed25519PublicKey key) {
        return new KnownKey(key, PointTable.of(Addend.decode(key.raw(), true)));
    }

    boolean verifies(Bytes message, Bytes signature) {
        if (Ed25519Encoding.refusalOfSignature(signature).isPresent()) {
            return false;
        }
        Bytes r = signature.slice(0, R_SIZE_BYTES);
        PointSum sum = new PointSum();
        PointTable.ofBase().addMultiple(Ed25519Encoding.scalar(signature.slice(R_SIZE_BYTES, signature.size())), sum);
        minusKey.addMultiple(Ed25519Encoding.scalar(sha512(r, key.raw(), message)), sum);
        return sum.encode().equals(r);
    }

    private static Bytes sha512(Bytes... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            for (Bytes part : parts) {
                part.update(digest);
            }
            return Bytes.copyOf(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-512", e);
        }
    }
}
