package org.cairn.ledger.key;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.bouncycastle.math.ec.rfc8032.Ed25519.PublicPoint;
import org.cairn.proof.Bytes;
import org.cairn.proof.Ed25519Encoding;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.authority.SignatureVerification;

/// Verifies signatures of entries, far faster than the JDK does and with its verdict: keys are in the prime
/// subgroup and encodings canonical ([Ed25519Encoding]). A key's first signatures go through BouncyCastle, which
/// multiplies the equation by a factor that could hide a small-order part of `R`, so that `R` is checked to be in
/// the prime subgroup, which takes longer than the rest; all later ones through the key's table ([KnownKey]).
public final class EntrySignatures {
    /// From here on a table pays: making one takes as long as some thirty checks without.
    static final int TABLE_PAYS_AFTER = 64;
    /// Keys with a table, of some 250 kB; further keys do without.
    private static final int TABLE_LIMIT = 32;
    /// Keys that are counted; further ones are not remembered.
    private static final int KEY_LIMIT = 4096;

    private EntrySignatures() {}

    /// Verifies as [#verifies(Ed25519PublicKey, Bytes, Bytes)] does, and remembers keys. For any number of
    /// threads.
    public static SignatureVerification verification() {
        ConcurrentMap<Ed25519PublicKey, Remembered> keys = new ConcurrentHashMap<>();
        AtomicInteger tables = new AtomicInteger();
        return (key, message, signature) -> {
            Remembered known = keys.get(key);
            if (known == null && keys.size() < KEY_LIMIT) {
                known = keys.computeIfAbsent(key, added -> new Remembered(added, tables));
            }
            return known == null ? verifies(key, message, signature) : known.verifies(message, signature);
        };
    }

    /// One signature, with the same verdict as [Ed25519PublicKey#verifies(Bytes, Bytes)].
    public static boolean verifies(Ed25519PublicKey key, Bytes message, Bytes signature) {
        return verifies(point(key), message, signature);
    }

    private static PublicPoint point(Ed25519PublicKey key) {
        PublicPoint point = Ed25519.validatePublicKeyPartialExport(key.raw().toByteArray(), 0);
        if (point == null) {
            throw new IllegalStateException("a checked key is a point of the curve");
        }
        return point;
    }

    private static boolean verifies(PublicPoint point, Bytes message, Bytes signature) {
        byte[] raw = signature.toByteArray();
        return Ed25519Encoding.refusalOfSignature(signature).isEmpty()
                && Ed25519.validatePublicKeyFull(raw, 0)
                && Ed25519.verify(raw, 0, point, message.toByteArray(), 0, message.size());
    }

    /// A key that was met before.
    private static final class Remembered {
        private final Ed25519PublicKey key;
        private final PublicPoint point;
        private final AtomicInteger tables;
        private final AtomicInteger met = new AtomicInteger();
        private volatile Optional<KnownKey> table = Optional.empty();

        Remembered(Ed25519PublicKey key, AtomicInteger tables) {
            this.key = key;
            this.point = point(key);
            this.tables = tables;
        }

        boolean verifies(Bytes message, Bytes signature) {
            if (table.isEmpty()
                    && met.incrementAndGet() == TABLE_PAYS_AFTER
                    && tables.incrementAndGet() <= TABLE_LIMIT) {
                table = Optional.of(KnownKey.of(key));
            }
            Optional<KnownKey> known = table;
            return known.isPresent()
                    ? known.get().verifies(message, signature)
                    : EntrySignatures.verifies(point, message, signature);
        }
    }
}
