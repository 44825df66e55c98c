package org.cairn.proof.authority;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Envelope;
import org.cairn.proof.EnvelopeSignature;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.MalformedEnvelope;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.Merkle;

/// Says of each next entry whether it may follow the ones before: its signatures verify, by keys that are enrolled and
/// have not ended; the signers' roles suffice for what it says; and what needs two different people has two. Entries
/// are
/// given in order, those of an extract with gaps. The founder is administrator, author and reviewer. For one thread.
public final class Authority {
    private static final Set<Role> OF_THE_FOUNDER = Set.of(Role.ADMINISTRATOR, Role.AUTHOR, Role.REVIEWER);

    private final Recorded recorded;
    private final SignatureVerification verification;

    private Authority(Recorded recorded, SignatureVerification verification) {
        this.recorded = recorded;
        this.verification = verification;
    }

    /// Before the first entry.
    public static Authority atStart(SignatureVerification verification) {
        return new Authority(new Recorded(), verification);
    }

    /// Goes on from here, and leaves this as it is.
    public Authority draft() {
        return new Authority(recorded.draft(), verification);
    }

    /// Takes over what was recorded in a draft of this.
    public void adopt(Authority draft) {
        recorded.adopt(draft.recorded);
    }

    public People people() {
        return recorded.people();
    }

    /// Why the entry may not be recorded at `index`, in words; empty where it may.
    public Optional<String> refusal(long index, Bytes entry) {
        try {
            return refusal(index, SignedEvent.read(entry));
        } catch (MalformedEnvelope | MalformedJson e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /// Why the event of an envelope could not be recorded at `index` even after more people signed it; empty where it
    /// could, or can as it is.
    public Optional<String> refusalOfProposal(long index, Envelope envelope) {
        try {
            SignedEvent event = SignedEvent.read(envelope.encode());
            return judgement(index).refusalOfProposal(event);
        } catch (MalformedEnvelope | MalformedJson e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /// Whether the event needs two different people.
    public static boolean needsTwoPeople(Envelope envelope) {
        try {
            return SignedEvent.read(envelope.encode()).rule().fourEyes();
        } catch (MalformedEnvelope | MalformedJson _) {
            return false;
        }
    }

    /// Takes in an entry that is recorded at `index`. Verifies nothing: an entry that should not be there is taken in
    /// as
    /// far as it can be read.
    public void record(long index, Bytes entry) {
        record(index, EntryReading.ofRecorded(entry));
    }

    /// The same, of an entry as it was read before.
    public void record(long index, EntryReading entry) {
        if (entry.mayMatter() && entry.event().isPresent()) {
            try {
                take(index, entry.event().get());
            } catch (MalformedJson _) {
                // it says nothing that could be taken in; an audit names it
            }
        }
    }

    /// Both at once: refuses, or takes in.
    public Optional<String> admit(long index, Bytes entry) {
        try {
            SignedEvent event = SignedEvent.read(entry);
            Optional<String> refusal = refusal(index, event);
            if (refusal.isEmpty()) {
                take(index, event);
            }
            return refusal;
        } catch (MalformedEnvelope | MalformedJson e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /// Refuses, and takes in all the same as far as it can be read: for an audit of what is recorded already.
    public Optional<String> audit(long index, EntryReading entry) {
        if (entry.event().isEmpty()) {
            return Optional.of(entry.problem());
        }
        Optional<String> refusal;
        try {
            refusal = refusal(index, entry.event().get());
        } catch (MalformedJson e) {
            refusal = Optional.of(String.valueOf(e.getMessage()));
        }
        try {
            if (entry.mayMatter()) {
                take(index, entry.event().get());
            }
        } catch (MalformedJson _) {
            // it says nothing that could be taken in, and was refused for that
        }
        return refusal;
    }

    private Optional<String> refusal(long index, SignedEvent event) throws MalformedJson {
        return judgement(index).refusal(event);
    }

    private EntryJudgement judgement(long index) {
        return new EntryJudgement(recorded, verification, index);
    }

    private void take(long index, SignedEvent event) throws MalformedJson {
        if (index == 0) {
            recorded.founded(new Recorded.Founding(
                    event.envelope().signedBytes(),
                    event.envelope().signatures().getFirst()));
        }
        event.change().ifPresent(change -> take(index, change));
        if (event.isDecision()) {
            recorded.decide(event.payloadDigest());
        }
        if (event.answers()) {
            Digest leaf = Merkle.leafHash(event.entry());
            recorded.answered(
                    event.event().text("subject"), new Recorded.NewestAnswer(index, leaf, holders(event.envelope())));
        }
    }

    private void take(long index, Change change) {
        recorded.changed(recorded.people().after(index, change));
        if (change instanceof Change.Enrol enrol && isFounder(enrol)) {
            OF_THE_FOUNDER.forEach(role ->
                    recorded.changed(recorded.people().after(index, new Change.Grant(enrol.holder(), role))));
        }
    }

    private boolean isFounder(Change.Enrol enrol) {
        return recorded.people().holders().size() == 1
                && recorded.founding()
                        .filter(founding ->
                                founding.signature().keyId().equals(enrol.key().keyId()))
                        .isPresent();
    }

    private Set<HolderId> holders(Envelope envelope) {
        return envelope.signatures().stream()
                .map(EnvelopeSignature::keyId)
                .flatMap(key -> recorded.people().key(key).stream())
                .map(EnrolledKey::holder)
                .collect(Collectors.toSet());
    }

    /// The subject of an event, where it has one.
    static Optional<String> subject(Json.JsonObject event) {
        return event.member("subject")
                .filter(JsonText.class::isInstance)
                .map(JsonText.class::cast)
                .map(JsonText::value);
    }
}
