package org.cairn.ledger.key;

import java.util.ArrayList;
import java.util.List;
import org.cairn.proof.Bytes;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.Envelope;
import org.cairn.proof.EnvelopeSignature;
import org.cairn.proof.KeyId;

/// Signs entries for one person or one collector.
public final class EntrySigner {
    private final Ed25519PrivateKey key;
    private final KeyId keyId;

    EntrySigner(Ed25519PrivateKey key) {
        this.key = key;
        this.keyId = key.publicKey().keyId();
    }

    public KeyId keyId() {
        return keyId;
    }

    /// DER SubjectPublicKeyInfo.
    public Bytes spki() {
        return publicKey().spki();
    }

    public Ed25519PublicKey publicKey() {
        return key.publicKey();
    }

    public Envelope sign(String payloadType, Bytes payload) {
        Bytes message = Envelope.preAuthenticationEncoding(payloadType, payload);
        return new Envelope(payloadType, payload, List.of(new EnvelopeSignature(keyId, key.sign(message))));
    }

    /// The envelope with this signature too: four eyes.
    /// @throws IllegalArgumentException where this key has signed it already
    public Envelope countersign(Envelope envelope) {
        List<EnvelopeSignature> signatures = new ArrayList<>(envelope.signatures());
        signatures.add(new EnvelopeSignature(keyId, key.sign(envelope.signedBytes())));
        return new Envelope(envelope.payloadType(), envelope.payload(), signatures);
    }
}
