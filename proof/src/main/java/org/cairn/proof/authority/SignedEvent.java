package org.cairn.proof.authority;

import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Envelope;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedEnvelope;
import org.cairn.proof.MalformedJson;

/// An entry as far as the rules read it.
/// @param change what it changes about who may do what
record SignedEvent(Bytes entry, Envelope envelope, JsonObject event, String kind, Optional<Change> change) {
    /// The payload type of every entry.
    private static final String TYPE = "application/vnd.cairn.event.v1+json";

    static SignedEvent read(Bytes entry) throws MalformedEnvelope, MalformedJson {
        Envelope envelope = Envelope.parse(entry);
        if (!envelope.payloadType().equals(TYPE)) {
            throw new MalformedJson("its payload type is not " + TYPE);
        }
        JsonObject event = Json.parseObject(envelope.payload());
        String kind = event.text("kind");
        return new SignedEvent(entry, envelope, event, kind, Change.of(kind, event));
    }

    /// An event has one spelling, so that readers which look for texts in it see what others read from it.
    boolean isCanonical() {
        return Json.write(event).equals(envelope.payload());
    }

    Rule rule() {
        return Rules.of(accepts() ? Rules.ACCEPTANCE : kind);
    }

    /// Whether it accepts an answer. A review that says neither, in the words of a newer version, is held to the
    /// stricter
    /// rule.
    boolean accepts() {
        return kind.equals("AnswerReviewed")
                && !event.member("decision").equals(Optional.of(Json.text("CHANGES_REQUESTED")));
    }

    boolean answers() {
        return kind.equals("ControlAnswered");
    }

    /// Whether it must not be recorded a second time: an old grant, or an old approval, would take effect again.
    boolean isDecision() {
        return change.isPresent() || rule().fourEyes();
    }

    Digest payloadDigest() {
        return Digest.sha256(envelope.payload());
    }
}
