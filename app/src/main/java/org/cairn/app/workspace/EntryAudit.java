package org.cairn.app.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.checklist.codec.MalformedEvent;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.WitnessEvent;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.ledger.key.EntrySignatures;
import org.cairn.ledger.store.EntryCheck;
import org.cairn.proof.Bytes;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.Envelope;
import org.cairn.proof.EnvelopeSignature;
import org.cairn.proof.KeyId;
import org.cairn.proof.MalformedEnvelope;
import org.cairn.proof.MalformedKey;

/// Checks what entries say, without a passphrase: each is an event, signed by keys that were enrolled before it, and
/// the
/// payloads it points to are there. Entries are given in order.
final class EntryAudit implements EntryCheck {
    private final WorkspaceFolder folder;
    private final Map<KeyId, Ed25519PublicKey> enrolled = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private final List<Recorded<? extends Event>> witnessEvents = new ArrayList<>();
    private long entries;
    private long signatures;

    /// @param founder the person's key, whose own enrolment it signs
    EntryAudit(WorkspaceFolder folder, Ed25519PublicKey founder) {
        this.folder = folder;
        enrolled.put(founder.keyId(), founder);
    }

    @Override
    public Optional<String> problem(long index, Bytes bytes) {
        problems.clear();
        entries++;
        try {
            Envelope envelope = Envelope.parse(bytes);
            signatures(envelope);
            Recorded<? extends Event> recorded = EventLog.decode(index, bytes);
            Event event = recorded.event();
            if (event instanceof WitnessEvent) {
                witnessEvents.add(recorded);
            }
            payloads(event);
            if (event instanceof Event.IdentityEnrolled identity) {
                enrol(identity);
            }
        } catch (MalformedEnvelope | MalformedEvent e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", problems));
    }

    List<Recorded<? extends Event>> witnessEvents() {
        return List.copyOf(witnessEvents);
    }

    /// How many entries were looked at.
    long entries() {
        return entries;
    }

    /// How many signatures verified.
    long signatures() {
        return signatures;
    }

    private void signatures(Envelope envelope) {
        for (EnvelopeSignature signature : envelope.signatures()) {
            Optional<Ed25519PublicKey> key = Optional.ofNullable(enrolled.get(signature.keyId()));
            if (key.isEmpty()) {
                problems.add("signed by key " + signature.keyId() + ", which was not enrolled before");
            } else if (!EntrySignatures.verifies(key.get(), envelope.signedBytes(), signature.signature())) {
                problems.add("the signature of key " + signature.keyId() + " does not verify");
            } else {
                signatures++;
            }
        }
    }

    private void payloads(Event event) {
        for (PayloadRef payload : PayloadRefs.of(event)) {
            requireFile("payload evidence/", folder.evidence(), payload);
            requireFile("key keys/payload/", folder.payloadKeys(), payload);
        }
    }

    private void requireFile(String what, Path parent, PayloadRef payload) {
        Path location = EvidenceVault.location(payload.stored());
        if (!Files.isRegularFile(parent.resolve(location))) {
            problems.add("its " + what + location.toString().replace('\\', '/') + " is missing");
        }
    }

    private void enrol(Event.IdentityEnrolled identity) {
        try {
            Ed25519PublicKey key = Ed25519PublicKey.parseSpki(identity.spki());
            if (!key.keyId().equals(identity.key())) {
                problems.add("enrols a key under an id that is not its own");
                return;
            }
            enrolled.put(key.keyId(), key);
        } catch (MalformedKey e) {
            problems.add("enrols a malformed key: " + e.getMessage());
        }
    }
}
