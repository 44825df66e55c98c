package org.cairn.checklist.codec;

import org.cairn.checklist.event.ProgrammeEvent;
import org.cairn.checklist.event.ProgrammeEvent.PilotBegun;
import org.cairn.checklist.event.ProgrammeEvent.PilotMeasured;
import org.cairn.checklist.event.ProgrammeEvent.SampleDeclared;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.Json;

/// The shapes of events about what a workspace is for.
final class ProgrammeShapes {
    private ProgrammeShapes() {}

    static EventKind kind(ProgrammeEvent event) {
        return switch (event) {
            case SampleDeclared _ -> EventKind.SAMPLE_DECLARED;
            case PilotBegun _ -> EventKind.PILOT_BEGUN;
            case PilotMeasured _ -> EventKind.PILOT_MEASURED;
        };
    }

    static void write(ProgrammeEvent event, Json.Builder json) {
        switch (event) {
            case SampleDeclared _ -> {}
            case PilotBegun begun ->
                json.with("begins", begun.begins().toString()).with("purpose", EventWriting.ref(begun.purpose()));
            case PilotMeasured measured ->
                json.with("measure", measured.measure())
                        .with("result", measured.result().name())
                        .with(
                                "evidence",
                                new Json.JsonArray(measured.evidence().stream()
                                        .map(EvidenceId::hex)
                                        .<Json>map(Json::text)
                                        .toList()))
                        .with("said", EventWriting.ref(measured.said()));
        }
    }

    static ProgrammeEvent begun(Members members) throws MalformedEvent {
        return new PilotBegun(members.date("begins"), members.payloadRef("purpose"));
    }

    static ProgrammeEvent measured(Members members) throws MalformedEvent {
        try {
            return new PilotMeasured(
                    members.text("measure"),
                    members.oneOf("result", PilotMeasured.Result.values()),
                    members.evidenceIds("evidence"),
                    members.payloadRef("said"));
        } catch (IllegalArgumentException e) {
            throw members.refusal("measure", String.valueOf(e.getMessage()));
        }
    }
}
