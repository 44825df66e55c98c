package org.cairn.ledger.key;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.bouncycastle.math.ec.rfc8032.Ed25519.PublicPoint;
import org.cairn.ledger.store.EntryCheck;
import org.cairn.proof.Bytes;
import org.cairn.proof.Ed25519Encoding;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.Envelope;
import org.cairn.proof.EnvelopeSignature;
import org.cairn.proof.KeyId;
import org.cairn.proof.MalformedEnvelope;
import org.cairn.proof.authority.SignatureVerification;

/// Checks every signature of every entry, through BouncyCastle, which verifies some eight times as fast as the
/// JDK. Both give one verdict: keys are in the prime subgroup and encodings canonical ([Ed25519Encoding]), and
/// `R` is checked to be in the prime subgroup too, since BouncyCastle multiplies the equation by a factor that
/// could hide a small-order part. For one audit; not for use by several threads.
public final class EntrySignatures implements EntryCheck {
    private final Function<KeyId, Optional<Ed25519PublicKey>> keys;
    private final Map<KeyId, Optional<PublicPoint>> points = new HashMap<>();

    /// @param keys finds the key of an id; empty where it is not known
    public EntrySignatures(Function<KeyId, Optional<Ed25519PublicKey>> keys) {
        this.keys = keys;
    }

    @Override
    public Optional<String> problem(long entry, Bytes bytes) {
        try {
            Envelope envelope = Envelope.parse(bytes);
            Bytes message = envelope.signedBytes();
            for (EnvelopeSignature signature : envelope.signatures()) {
                Optional<PublicPoint> point = points.computeIfAbsent(signature.keyId(), this::point);
                if (point.isEmpty()) {
                    return Optional.of("signed by the unknown key " + signature.keyId());
                }
                if (!verifies(point.get(), message, signature.signature())) {
                    return Optional.of("the signature by key " + signature.keyId() + " does not verify");
                }
            }
            return Optional.empty();
        } catch (MalformedEnvelope e) {
            return Optional.of(e.getMessage());
        }
    }

    /// Verifies as [#verifies(Ed25519PublicKey, Bytes, Bytes)] does, and remembers the points of keys. For one thread.
    public static SignatureVerification verification() {
        Map<Ed25519PublicKey, PublicPoint> points = new HashMap<>();
        return (key, message, signature) ->
                verifies(points.computeIfAbsent(key, EntrySignatures::point), message, signature);
    }

    /// One signature, with the same verdict as [Ed25519PublicKey#verifies(Bytes, Bytes)].
    public static boolean verifies(Ed25519PublicKey key, Bytes message, Bytes signature) {
        return verifies(point(key), message, signature);
    }

    private Optional<PublicPoint> point(KeyId keyId) {
        return keys.apply(keyId).filter(key -> key.keyId().equals(keyId)).map(EntrySignatures::point);
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
}
