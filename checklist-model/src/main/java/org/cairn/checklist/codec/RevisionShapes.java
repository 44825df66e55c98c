package org.cairn.checklist.codec;

import org.cairn.checklist.event.RevisionEvent;
import org.cairn.checklist.event.RevisionEvent.EvidenceSuperseded;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.Json;

/// The shapes of events about revisions.
final class RevisionShapes {
    private RevisionShapes() {}

    static EventKind kind(RevisionEvent event) {
        return switch (event) {
            case EvidenceSuperseded _ -> EventKind.EVIDENCE_SUPERSEDED;
        };
    }

    static void write(RevisionEvent event, Json.Builder json) {
        switch (event) {
            case EvidenceSuperseded superseded ->
                json.with("evidence", superseded.evidence().hex())
                        .with("by", superseded.by().hex());
        }
    }

    static RevisionEvent superseded(Members members) throws MalformedEvent {
        EvidenceId evidence = members.text("evidence", EvidenceId::parse);
        return new EvidenceSuperseded(evidence, members.text("by", text -> other(evidence, text)));
    }

    private static EvidenceId other(EvidenceId evidence, String text) {
        EvidenceId by = EvidenceId.parse(text);
        if (by.equals(evidence)) {
            throw new IllegalArgumentException("it is the evidence itself");
        }
        return by;
    }
}
