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
    private final Map<KeyId, Ed25519PublicKey> recoveryKeys = new HashMap<>();
    private final Set<KeyId> ended = new HashSet<>();

    /// @param founder signs its own enrolment
    PeerIdentities(Ed25519PublicKey founder) {
        enrolled.put(founder.keyId(), founder);
    }

    /// What is wrong with an entry's signatures; where nothing is, its event takes effect.
    Optional<String> admit(Envelope envelope, Event event) {
        Optional<String> early = switch (event) {
            case IdentityEvent.KeyRotated rotated ->
                unsigned(envelope, rotated.oldKey(), rotated.newKey())
                        .or(() -> enrol(rotated.newKey(), rotated.spki()));
            case IdentityEvent.AdministratorReestablished back ->
                unsigned(envelope, back.recoveryKey(), back.key()).or(() -> enrol(back.key(), back.spki()));
            default -> Optional.empty();
        };
        if (early.isPresent()) {
            return early;
        }
        Bytes message = envelope.signedBytes();
        for (EnvelopeSignature signature : envelope.signatures()) {
            Optional<String> problem = problem(signature, message, event);
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
            case IdentityEvent.RecoveryKeyEnrolled recovery -> {
                ended.addAll(recoveryKeys.keySet());
                yield enrol(recoveryKeys, recovery.key(), recovery.spki());
            }
            case IdentityEvent.AdministratorReestablished back -> {
                ended.addAll(recoveryKeys.keySet());
                yield enrol(back.key(), back.spki()).or(() -> enrol(recoveryKeys, back.nextKey(), back.nextSpki()));
            }
            default -> Optional.empty();
        };
    }

    /// A key comes in by the signatures of the one before it and its own.
    private static Optional<String> unsigned(Envelope envelope, KeyId before, KeyId fresh) {
        Set<KeyId> signers = new HashSet<>();
        envelope.signatures().forEach(signature -> signers.add(signature.keyId()));
        return signers.contains(before) && signers.contains(fresh)
                ? Optional.empty()
                : Optional.of("brings in key " + fresh + " without the signatures of that key and of key " + before);
    }

    /// A recovery key signs one kind alone.
    private Optional<Ed25519PublicKey> signer(KeyId id, Event event) {
        boolean byCode = event instanceof IdentityEvent.AdministratorReestablished back
                && back.recoveryKey().equals(id);
        return Optional.ofNullable((byCode ? recoveryKeys : enrolled).get(id));
    }

    private Optional<String> problem(EnvelopeSignature signature, Bytes message, Event event) {
        KeyId id = signature.keyId();
        Optional<Ed25519PublicKey> key = signer(id, event);
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
        return enrol(enrolled, id, spki);
    }

    private static Optional<String> enrol(Map<KeyId, Ed25519PublicKey> into, KeyId id, Bytes spki) {
        try {
            Ed25519PublicKey key = Ed25519PublicKey.parseSpki(spki);
            if (!key.keyId().equals(id)) {
                return Optional.of("enrols a key under an id that is not its own");
            }
            into.put(id, key);
            return Optional.empty();
        } catch (MalformedKey e) {
            return Optional.of("enrols a malformed key: " + e.getMessage());
        }
    }
}
