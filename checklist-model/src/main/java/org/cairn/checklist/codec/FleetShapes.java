package org.cairn.checklist.codec;

import org.cairn.checklist.event.FleetEvent;
import org.cairn.checklist.event.FleetEvent.HostDismissed;
import org.cairn.checklist.event.FleetEvent.HostExpected;
import org.cairn.checklist.event.FleetEvent.HostRunImported;
import org.cairn.evidence.CollectorId;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.KeyId;

/// The shapes of events about several hosts.
final class FleetShapes {
    private FleetShapes() {}

    static EventKind kind(FleetEvent event) {
        return switch (event) {
            case HostExpected _ -> EventKind.HOST_EXPECTED;
            case HostDismissed _ -> EventKind.HOST_DISMISSED;
            case HostRunImported _ -> EventKind.HOST_RUN_IMPORTED;
        };
    }

    static void write(FleetEvent event, Json.Builder json) {
        switch (event) {
            case HostExpected expected -> json.with("host", EventWriting.ref(expected.host()));
            case HostDismissed dismissed ->
                json.with("host", EventWriting.ref(dismissed.host()))
                        .with("reason", EventWriting.ref(dismissed.reason()));
            case HostRunImported run ->
                json.with("key", run.key().hex())
                        .with("sequence", run.sequence())
                        .with("startedAt", Instants.text(run.startedAt()))
                        .with("endedAt", Instants.text(run.endedAt()))
                        .with("statement", EventWriting.ref(run.statement()))
                        .with("evidence", EventWriting.ids(run.evidence()))
                        .with(
                                "failed",
                                run.failed().stream()
                                        .map(collector -> new JsonText(collector.value()))
                                        .toList());
        }
    }

    static FleetEvent expected(Members members) throws MalformedEvent {
        return new HostExpected(members.payloadRef("host"));
    }

    static FleetEvent dismissed(Members members) throws MalformedEvent {
        return new HostDismissed(members.payloadRef("host"), members.payloadRef("reason"));
    }

    static FleetEvent run(Members members) throws MalformedEvent {
        return new HostRunImported(
                members.text("key", KeyId::parse),
                members.integer("sequence", 1),
                members.instant("startedAt"),
                members.instant("endedAt"),
                members.payloadRef("statement"),
                members.evidenceIds("evidence"),
                members.texts("failed", CollectorId::new));
    }
}
