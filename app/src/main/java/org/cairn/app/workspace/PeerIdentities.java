package org.cairn.app.workspace;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.IdentityEvent;
import org.cairn.ledger.key.EntrySignatures;
import org.cairn.proof.Bytes;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.Envelope;
import org.cairn.proof.EnvelopeSignature;
import org.cairn.proof.KeyId;
import org.cairn.proof.MalformedKey;

/// Whose signatures another log's entries may carry, by that log's own order: a key signs once it is enrolled and no
/// longer once it is revoked or replaced. Entries are given in order. Who is enrolled there has no say here.
final class PeerIdentities {
    private final Map<KeyId, Ed25519PublicKey> enrolled = new HashMap<>();
    private final Set<KeyId> ended = new HashSet<>();

    /// @param founder signs its own enrolment
    PeerIdentities(Ed25519PublicKey founder) {
        enrolled.put(founder.keyId(), founder);
    }

    /// What is wrong with an entry's signatures; where nothing is, its event takes effect.
    Optional<String> admit(Envelope envelope, Event event) {
        if (event instanceof IdentityEvent.KeyRotated rotated) {
            Optional<String> problem = enrol(rotated.newKey(), rotated.spki());
            if (problem.isPresent()) {
                return problem;
            }
        }
        Bytes message = envelope.signedBytes();
        for (EnvelopeSignature signature : envelope.signatures()) {
            Optional<String> problem = problem(signature, message);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return takeEffect(event);
    }

    /// As [#admit], for an entry whose signatures were checked when it was imported.
    Optional<String> takeEffect(Event event) {
        return switch (event) {
            case Event.IdentityEnrolled identity -> enrol(identity.key(), identity.spki());
            case IdentityEvent.KeyRotated rotated -> {
                ended.add(rotated.oldKey());
                yield enrol(rotated.newKey(), rotated.spki());
            }
            case IdentityEvent.IdentityRevoked revoked -> {
                ended.add(revoked.key());
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private Optional<String> problem(EnvelopeSignature signature, Bytes message) {
        KeyId id = signature.keyId();
        Optional<Ed25519PublicKey> key = Optional.ofNullable(enrolled.get(id));
        if (key.isEmpty()) {
            return Optional.of("signed by key " + id + ", which its log had not enrolled");
        }
        if (ended.contains(id)) {
            return Optional.of("signed by key " + id + ", which its log had revoked or replaced before");
        }
        return EntrySignatures.verifies(key.get(), message, signature.signature())
                ? Optional.empty()
                : Optional.of("the signature of key " + id + " does not verify");
    }

    private Optional<String> enrol(KeyId id, Bytes spki) {
        try {
            Ed25519PublicKey key = Ed25519PublicKey.parseSpki(spki);
            if (!key.keyId().equals(id)) {
                return Optional.of("enrols a key under an id that is not its own");
            }
            enrolled.put(id, key);
            return Optional.empty();
        } catch (MalformedKey e) {
            return Optional.of("enrols a malformed key: " + e.getMessage());
        }
    }
}
