package org.cairn.checklist.codec;

import org.cairn.checklist.event.AcceptanceId;
import org.cairn.checklist.event.DeviationEvent;
import org.cairn.checklist.event.DeviationEvent.DeviationAcceptanceEnded;
import org.cairn.checklist.event.DeviationEvent.DeviationAccepted;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.Json;

/// The shapes of events about deviations.
final class DeviationShapes {
    private DeviationShapes() {}

    static EventKind kind(DeviationEvent event) {
        return switch (event) {
            case DeviationAccepted _ -> EventKind.DEVIATION_ACCEPTED;
            case DeviationAcceptanceEnded _ -> EventKind.DEVIATION_ACCEPTANCE_ENDED;
        };
    }

    static void write(DeviationEvent event, Json.Builder json) {
        switch (event) {
            case DeviationAccepted accepted -> {
                json.with("acceptance", accepted.id().hex())
                        .with("system", accepted.system())
                        .with("deviation", accepted.deviation())
                        .with("as", accepted.as().name())
                        .with("evidence", accepted.evidence().hex())
                        .with("what", EventWriting.ref(accepted.what()))
                        .with("reason", EventWriting.ref(accepted.reason()))
                        .with("until", accepted.until().toString());
                accepted.override().ifPresent(why -> json.with("override", EventWriting.ref(why)));
            }
            case DeviationAcceptanceEnded ended ->
                json.with("acceptance", ended.id().hex()).with("reason", EventWriting.ref(ended.reason()));
        }
    }

    static DeviationEvent accepted(Members members) throws MalformedEvent {
        try {
            return new DeviationAccepted(
                    members.text("acceptance", AcceptanceId::new),
                    members.text("system"),
                    members.text("deviation"),
                    members.oneOf("as", DeviationAccepted.As.values()),
                    members.text("evidence", EvidenceId::parse),
                    members.payloadRef("what"),
                    members.payloadRef("reason"),
                    members.date("until"),
                    members.optionalPayloadRef("override"));
        } catch (IllegalArgumentException e) {
            throw members.refusal("deviation", String.valueOf(e.getMessage()));
        }
    }

    static DeviationEvent ended(Members members) throws MalformedEvent {
        return new DeviationAcceptanceEnded(
                members.text("acceptance", AcceptanceId::new), members.payloadRef("reason"));
    }
}
