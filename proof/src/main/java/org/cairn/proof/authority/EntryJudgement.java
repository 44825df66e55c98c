package org.cairn.proof.authority;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.proof.Ed25519PublicKey;
import org.cairn.proof.EnvelopeSignature;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.KeyId;
import org.cairn.proof.MalformedJson;

/// The judgement of one entry against what is recorded before it.
final class EntryJudgement {
    private static final String FOUNDING = "WorkspaceFounded";

    private final Recorded before;
    private final SignatureVerification verification;
    private final long index;

    EntryJudgement(Recorded before, SignatureVerification verification, long index) {
        this.before = before;
        this.verification = verification;
        this.index = index;
    }

    Optional<String> refusal(SignedEvent event) throws MalformedJson {
        return first(refusalOfProposal(event), () -> refusalOfFourEyes(event));
    }

    /// All but whether enough people signed.
    Optional<String> refusalOfProposal(SignedEvent event) throws MalformedJson {
        if (!event.isCanonical()) {
            return Optional.of("its payload is not in canonical form");
        }
        if (index == 0 || event.kind().equals(FOUNDING)) {
            return refusalOfFounding(event);
        }
        if (before.people().keys().isEmpty()) {
            return refusalOfFounder(event);
        }
        return first(
                refusalOfSignatures(event),
                () -> event.change().flatMap(before.people()::refusal),
                () -> event.accepts() ? refusalOfAnswer(event.event()) : Optional.empty(),
                () -> event.isDecision() && before.decided(event.payloadDigest())
                        ? Optional.of("this " + event.kind() + " was recorded before; it is recorded once")
                        : Optional.empty());
    }

    private interface Check {
        Optional<String> refusal() throws MalformedJson;
    }

    private static Optional<String> first(Optional<String> refusal, Check... others) throws MalformedJson {
        Optional<String> found = refusal;
        for (int i = 0; found.isEmpty() && i < others.length; i++) {
            found = others[i].refusal();
        }
        return found;
    }

    /// The key of the first entry is not enrolled yet: its signature is verified when the next entry enrols it.
    private Optional<String> refusalOfFounding(SignedEvent event) {
        if (index != 0) {
            return Optional.of("a workspace is founded by its first entry alone");
        }
        if (!event.kind().equals(FOUNDING)) {
            return Optional.of("the first entry founds the workspace, and this one is " + event.kind());
        }
        return event.envelope().signatures().size() == 1
                ? Optional.empty()
                : Optional.of("a workspace is founded by one person");
    }

    private Optional<String> refusalOfFounder(SignedEvent event) {
        List<EnvelopeSignature> signatures = event.envelope().signatures();
        Optional<Recorded.Founding> founding = before.founding();
        if (founding.isEmpty() || event.change().isEmpty()) {
            return Optional.of("signed by key " + signatures.getFirst().keyId() + ", which was not enrolled before");
        }
        KeyId founder = founding.get().signature().keyId();
        boolean enrolsFounder = event.change().get() instanceof Change.Enrol enrol
                && enrol.role() == Role.ADMINISTRATOR
                && enrol.key().keyId().equals(founder)
                && signatures.size() == 1
                && signatures.getFirst().keyId().equals(founder);
        if (!enrolsFounder) {
            return Optional.of("the first enrolment is the founder's own, as administrator, by key " + founder);
        }
        Ed25519PublicKey key = ((Change.Enrol) event.change().get()).key();
        boolean verified = verification.verifies(
                        key,
                        founding.get().message(),
                        founding.get().signature().signature())
                && verifies(key, event, signatures.getFirst());
        return verified ? Optional.empty() : Optional.of("the signature of key " + founder + " does not verify");
    }

    private Optional<String> refusalOfSignatures(SignedEvent event) {
        if (event.change().isPresent() && event.change().get() instanceof Change.Reestablish reestablished) {
            return refusalOfReestablishment(reestablished, event);
        }
        Optional<Change.Rotate> rotation =
                event.change().filter(Change.Rotate.class::isInstance).map(Change.Rotate.class::cast);
        for (EnvelopeSignature signature : event.envelope().signatures()) {
            Optional<Ed25519PublicKey> fresh = rotation.map(Change.Rotate::newKey)
                    .filter(key -> key.keyId().equals(signature.keyId()));
            Optional<String> refusal = fresh.isPresent()
                    ? refusalOfBytes(fresh.get(), event, signature)
                    : refusalOfSignature(event, signature);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return rotation.flatMap(change -> refusalOfRotation(change, event));
    }

    private static Optional<String> refusalOfRotation(Change.Rotate rotation, SignedEvent event) {
        Set<KeyId> signers = event.envelope().signatures().stream()
                .map(EnvelopeSignature::keyId)
                .collect(Collectors.toSet());
        KeyId fresh = rotation.newKey().keyId();
        return signers.size() == 2 && signers.contains(rotation.oldKey()) && signers.contains(fresh)
                ? Optional.empty()
                : Optional.of("a key is replaced by the signatures of the old key and the new one");
    }

    /// The recovery key in force lets in the key that signs beside it, which shows that somebody holds it.
    private Optional<String> refusalOfReestablishment(Change.Reestablish change, SignedEvent event) {
        List<EnvelopeSignature> signatures = event.envelope().signatures();
        Set<KeyId> signers = signatures.stream().map(EnvelopeSignature::keyId).collect(Collectors.toSet());
        boolean both = signers.size() == 2
                && signers.contains(change.recoveryKey())
                && signers.contains(change.key().keyId());
        if (!both || signatures.size() != 2) {
            return Optional.of(
                    "an administrator is re-established by the signatures of the recovery key and the new key");
        }
        Optional<RecoveryKey> recovery = before.people().recovery().key(change.recoveryKey());
        if (recovery.isEmpty()) {
            return Optional.of("signed by key " + change.recoveryKey() + ", which was not enrolled as a recovery key");
        }
        if (recovery.get().ended().isPresent()) {
            return Optional.of("signed by recovery key " + change.recoveryKey() + ", which ended by entry "
                    + recovery.get().ended().get());
        }
        return signatures.stream()
                .flatMap(signature -> refusalOfBytes(
                        signature.keyId().equals(change.recoveryKey())
                                ? recovery.get().key()
                                : change.key(),
                        event,
                        signature)
                        .stream())
                .findFirst();
    }

    private Optional<String> refusalOfSignature(SignedEvent event, EnvelopeSignature signature) {
        if (before.people().recovery().key(signature.keyId()).isPresent()) {
            return Optional.of("signed by recovery key " + signature.keyId()
                    + ", which re-establishes an administrator and signs nothing else");
        }
        Optional<EnrolledKey> key = before.people().key(signature.keyId());
        if (key.isEmpty()) {
            return Optional.of("signed by key " + signature.keyId() + ", which was not enrolled before");
        }
        if (key.get().ended().isPresent()) {
            return Optional.of("signed by key " + signature.keyId() + ", which ended by entry "
                    + key.get().ended().get());
        }
        return refusalOfBytes(key.get().key(), event, signature)
                .or(() -> refusalOfRole(event, signature.keyId(), key.get().holder()));
    }

    private Optional<String> refusalOfRole(SignedEvent event, KeyId key, HolderId holder) {
        Set<Role> held = before.people().roles(holder);
        Set<Role> needed = event.rule().signers();
        return held.stream().anyMatch(needed::contains)
                ? Optional.empty()
                : Optional.of(event.kind() + " needs one of the roles " + People.words(needed) + "; key " + key
                        + " has " + People.words(held));
    }

    private Optional<String> refusalOfBytes(Ed25519PublicKey key, SignedEvent event, EnvelopeSignature signature) {
        return verifies(key, event, signature)
                ? Optional.empty()
                : Optional.of("the signature of key " + signature.keyId() + " does not verify");
    }

    private boolean verifies(Ed25519PublicKey key, SignedEvent event, EnvelopeSignature signature) {
        return verification.verifies(key, event.envelope().signedBytes(), signature.signature());
    }

    /// An acceptance is good for one answer: the newest.
    private Optional<String> refusalOfAnswer(JsonObject review) throws MalformedJson {
        String subject = review.text("subject");
        JsonObject named = review.object("answer");
        Optional<Recorded.NewestAnswer> newest = before.answer(subject);
        if (newest.isEmpty()) {
            return Optional.of("accepts an answer to " + subject + ", and none is recorded before");
        }
        boolean same = named.integer("entry") == newest.get().entry()
                && named.text("leaf").equals(newest.get().leaf().hex());
        return same
                ? Optional.empty()
                : Optional.of("accepts another answer to " + subject + " than the newest, of entry "
                        + newest.get().entry());
    }

    private Optional<String> refusalOfFourEyes(SignedEvent event) {
        Optional<Role> decisive = event.rule().decisive();
        if (decisive.isEmpty()) {
            return Optional.empty();
        }
        Set<HolderId> signers = event.envelope().signatures().stream()
                .flatMap(signature -> before.people().key(signature.keyId()).stream())
                .map(EnrolledKey::holder)
                .collect(Collectors.toSet());
        if (signers.size() < 2) {
            int keys = event.envelope().signatures().size();
            return Optional.of(event.kind() + " needs the signatures of two different people; one person signed it"
                    + (keys == 1 ? "" : ", with " + keys + " keys"));
        }
        Set<HolderId> authors = event.accepts() ? authors(event.event()) : Set.of();
        boolean decided = signers.stream()
                .anyMatch(holder -> !authors.contains(holder)
                        && before.people().roles(holder).contains(decisive.get()));
        return decided
                ? Optional.empty()
                : Optional.of(event.kind() + " needs a signature by a holder of the role "
                        + decisive.get().word() + (event.accepts() ? " who did not write the answer" : ""));
    }

    private Set<HolderId> authors(JsonObject review) {
        return Authority.subject(review)
                .flatMap(before::answer)
                .map(Recorded.NewestAnswer::authors)
                .orElse(Set.of());
    }
}
