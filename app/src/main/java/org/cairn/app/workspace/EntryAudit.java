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
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.proof.Bytes;
import org.cairn.proof.Defect;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.Envelope;
import org.cairn.proof.EnvelopeSignature;
import org.cairn.proof.KeyId;
import org.cairn.proof.MalformedEnvelope;
import org.cairn.proof.MalformedKey;

/// Checks what entries say, without a passphrase: each is an event, signed by keys that were enrolled before it, and
/// the
/// payloads it points to are there. Entries are given in order.
final class EntryAudit {
    private static final String ENTRIES = "ledger";

    private final WorkspaceFolder folder;
    private final Map<KeyId, Ed25519PublicKey> enrolled = new HashMap<>();
    private final List<Defect> defects = new ArrayList<>();
    private long signatures;

    /// @param founder the person's key, whose own enrolment it signs
    EntryAudit(WorkspaceFolder folder, Ed25519PublicKey founder) {
        this.folder = folder;
        enrolled.put(founder.keyId(), founder);
    }

    void entry(long index, Bytes bytes) {
        try {
            Envelope envelope = Envelope.parse(bytes);
            signatures(index, envelope);
            Recorded<? extends Event> recorded = EventLog.decode(index, bytes);
            payloads(index, recorded.event());
            if (recorded.event() instanceof Event.IdentityEnrolled identity) {
                enrol(index, identity);
            }
        } catch (MalformedEnvelope | MalformedEvent e) {
            report(index, String.valueOf(e.getMessage()));
        }
    }

    List<Defect> defects() {
        return List.copyOf(defects);
    }

    /// How many signatures verified.
    long signatures() {
        return signatures;
    }

    private void signatures(long index, Envelope envelope) {
        for (EnvelopeSignature signature : envelope.signatures()) {
            Optional<Ed25519PublicKey> key = Optional.ofNullable(enrolled.get(signature.keyId()));
            if (key.isEmpty()) {
                report(index, "signed by key " + signature.keyId() + ", which was not enrolled before");
            } else if (!key.get().verifies(envelope.signedBytes(), signature.signature())) {
                report(index, "the signature of key " + signature.keyId() + " does not verify");
            } else {
                signatures++;
            }
        }
    }

    private void payloads(long index, Event event) {
        for (PayloadRef payload : PayloadRefs.of(event)) {
            Path place = folder.evidence().resolve(EvidenceVault.location(payload.stored()));
            if (!Files.isRegularFile(place)) {
                report(index, "its payload evidence/" + slashed(payload) + " is missing");
            }
        }
    }

    private void enrol(long index, Event.IdentityEnrolled identity) {
        try {
            Ed25519PublicKey key = Ed25519PublicKey.parseSpki(identity.spki());
            if (!key.keyId().equals(identity.key())) {
                report(index, "enrols a key under an id that is not its own");
                return;
            }
            enrolled.put(key.keyId(), key);
        } catch (MalformedKey e) {
            report(index, "enrols a malformed key: " + e.getMessage());
        }
    }

    private void report(long index, String problem) {
        defects.add(Defect.ofEntry(ENTRIES, index, problem));
    }

    private static String slashed(PayloadRef payload) {
        return EvidenceVault.location(payload.stored()).toString().replace('\\', '/');
    }
}
