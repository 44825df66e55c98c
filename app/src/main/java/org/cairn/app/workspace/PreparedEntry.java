package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.codec.EventCodec;
import org.cairn.checklist.codec.MalformedEvent;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Recorded;
import org.cairn.proof.Bytes;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.Envelope;
import org.cairn.proof.EnvelopeSignature;
import org.cairn.proof.authority.EnrolledKey;
import org.cairn.proof.authority.EntryReading;
import org.cairn.proof.authority.People;
import org.cairn.proof.authority.SignatureVerification;

/// What an audit can find out of one entry before it has judged all earlier ones: nothing here depends on them, so many
/// entries are prepared at once.
/// @param problem    why it is no event; empty where it is one, or no signed one
/// @param signatures calculated with the keys that were enrolled then
record PreparedEntry(
        Bytes bytes,
        EntryReading reading,
        Optional<Recorded<? extends Event>> event,
        Optional<String> problem,
        List<Calculated> signatures) {
    /// One signature, and whether it verifies: a calculation over these three alone.
    record Calculated(Ed25519PublicKey key, Bytes message, Bytes signature, boolean verifies) {
        boolean isOf(Ed25519PublicKey otherKey, Bytes otherMessage, Bytes otherSignature) {
            return signature.equals(otherSignature) && key.equals(otherKey) && message.equals(otherMessage);
        }
    }

    static PreparedEntry of(long index, Bytes bytes, People people, SignatureVerification verification) {
        EntryReading reading = EntryReading.of(bytes);
        if (reading.envelope().isEmpty()) {
            return new PreparedEntry(bytes, reading, Optional.empty(), Optional.empty(), List.of());
        }
        Envelope envelope = reading.envelope().get();
        List<Calculated> signatures = signatures(envelope, people, verification);
        try {
            Recorded<? extends Event> event =
                    EventCodec.decode(index, envelope.signatures().getFirst().keyId(), envelope.payload());
            return new PreparedEntry(bytes, reading, Optional.of(event), Optional.empty(), signatures);
        } catch (MalformedEvent e) {
            return new PreparedEntry(
                    bytes, reading, Optional.empty(), Optional.of(String.valueOf(e.getMessage())), signatures);
        }
    }

    private static List<Calculated> signatures(Envelope envelope, People people, SignatureVerification verification) {
        Bytes message = envelope.signedBytes();
        List<Calculated> calculated = new ArrayList<>();
        for (EnvelopeSignature signature : envelope.signatures()) {
            Optional<Ed25519PublicKey> key = people.key(signature.keyId()).map(EnrolledKey::key);
            key.ifPresent(known -> calculated.add(new Calculated(
                    known,
                    message,
                    signature.signature(),
                    verification.verifies(known, message, signature.signature()))));
        }
        return calculated;
    }
}
