package org.cairn.checklist.codec;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.ErasureEvent;
import org.cairn.checklist.event.ErasureEvent.Bound;
import org.cairn.checklist.event.ErasureReason;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Digest;

/// JSON to events about erasure and retention. [ErasureWriting] is the way there.
final class ErasureReading {
    private final Members members;

    private ErasureReading(Members members) {
        this.members = members;
    }

    static ErasureEvent evidence(Members members) throws MalformedEvent {
        EvidenceId evidence = members.text("evidence", EvidenceId::parse);
        int further = members.smallInteger("further", 0);
        ErasureReading reading = new ErasureReading(members);
        List<Digest> payloads = reading.payloads();
        return new ErasureEvent.EvidenceErased(
                evidence, payloads, further, reading.reason(), reading.explanation(), reading.override());
    }

    static ErasureEvent payload(Members members) throws MalformedEvent {
        long entry = members.integer("erased", 0);
        ErasureReading reading = new ErasureReading(members);
        List<Digest> payloads = reading.payloads();
        return new ErasureEvent.PayloadErased(
                entry, payloads, reading.reason(), reading.explanation(), reading.override());
    }

    static ErasureEvent followed(Members members) throws MalformedEvent {
        return new ErasureEvent.ErasureFollowed(
                members.integer("erasure", 0),
                members.optionalText("evidence", EvidenceId::parse),
                new ErasureReading(members).payloads(),
                members.smallInteger("further", 0));
    }

    static ErasureEvent rule(Members members) throws MalformedEvent {
        String appliesTo = members.text("appliesTo");
        Bound bound = members.oneOf("bound", Bound.values());
        Optional<Period> period = members.optionalText("period", Period::parse);
        PayloadRef reason = members.payloadRef("reason");
        try {
            return new ErasureEvent.RetentionRuleSet(appliesTo, bound, period, reason);
        } catch (IllegalArgumentException e) {
            throw members.refusal("appliesTo", String.valueOf(e.getMessage()));
        }
    }

    static ErasureEvent placed(Members members) throws MalformedEvent {
        return new ErasureEvent.LegalHoldPlaced(
                members.evidenceIds("evidence"),
                members.texts("subjects", Subject::parse),
                members.payloadRef("reason"));
    }

    static ErasureEvent lifted(Members members) throws MalformedEvent {
        return new ErasureEvent.LegalHoldLifted(members.integer("hold", 0), members.payloadRef("reason"));
    }

    static ErasureEvent backup(Members members) throws MalformedEvent {
        return new ErasureEvent.BackupMade(
                members.digest("sums"),
                members.integer("sizeBytes", 0),
                members.integer("size", 0),
                members.digest("root"),
                members.optionalText("keys", Digest::parseHex));
    }

    static ErasureEvent acknowledged(Members members) throws MalformedEvent {
        return new ErasureEvent.RollbackAcknowledged(
                members.integer("knownSize", 0),
                members.digest("knownRoot"),
                members.integer("size", 0),
                members.digest("root"),
                members.payloadRef("reason"));
    }

    private List<Digest> payloads() throws MalformedEvent {
        List<Digest> payloads = members.texts("payloads", Digest::parseHex);
        if (payloads.isEmpty() || payloads.size() > ErasureEvent.LARGEST_LIST) {
            throw members.refusal("payloads", "names " + payloads.size() + " payloads");
        }
        return payloads;
    }

    private ErasureReason reason() throws MalformedEvent {
        return members.oneOf("reason", ErasureReason.values());
    }

    private PayloadRef explanation() throws MalformedEvent {
        return members.payloadRef("explanation");
    }

    private Optional<PayloadRef> override() throws MalformedEvent {
        return members.optionalPayloadRef("override");
    }
}
