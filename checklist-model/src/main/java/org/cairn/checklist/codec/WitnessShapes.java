package org.cairn.checklist.codec;

import java.util.List;
import org.cairn.checklist.event.WitnessEvent;
import org.cairn.checklist.event.WitnessEvent.CheckpointWitnessed;
import org.cairn.checklist.event.WitnessEvent.ForeignCheckpointRecorded;
import org.cairn.checklist.event.WitnessEvent.WitnessPolicySet;
import org.cairn.checklist.event.WitnessEvent.WitnessTrusted;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.NoteKey;
import org.cairn.proof.SignedNote;

/// The shapes of events about witnesses. Notes and keys stand in them as C2SP signed-note writes them.
final class WitnessShapes {
    private WitnessShapes() {}

    static EventKind kind(WitnessEvent event) {
        return switch (event) {
            case WitnessTrusted _ -> EventKind.WITNESS_TRUSTED;
            case WitnessPolicySet _ -> EventKind.WITNESS_POLICY_SET;
            case CheckpointWitnessed _ -> EventKind.CHECKPOINT_WITNESSED;
            case ForeignCheckpointRecorded _ -> EventKind.FOREIGN_CHECKPOINT_RECORDED;
        };
    }

    static void write(WitnessEvent event, Json.Builder json) {
        switch (event) {
            case WitnessTrusted trusted -> json.with("name", trusted.name()).with("keys", keys(trusted.keys()));
            case WitnessPolicySet policy ->
                json.with(
                                "witnesses",
                                policy.witnesses().stream().map(JsonText::new).toList())
                        .with("quorum", policy.quorum());
            case CheckpointWitnessed witnessed ->
                json.with("witness", witnessed.witness())
                        .with("note", witnessed.note().encode().asUtf8())
                        .with("claimedAt", Instants.text(witnessed.claimedAt()));
            case ForeignCheckpointRecorded foreign ->
                json.with("note", foreign.note().encode().asUtf8()).with("keys", keys(foreign.keys()));
        }
    }

    private static List<JsonText> keys(List<NoteKey> keys) {
        return keys.stream().map(key -> new JsonText(key.encode())).toList();
    }

    static WitnessTrusted trusted(Members members) throws MalformedEvent {
        try {
            return new WitnessTrusted(members.text("name"), members.texts("keys", WitnessShapes::key));
        } catch (IllegalArgumentException e) {
            throw members.refusal("keys", String.valueOf(e.getMessage()));
        }
    }

    static WitnessPolicySet policy(Members members) throws MalformedEvent {
        try {
            return new WitnessPolicySet(members.texts("witnesses", name -> name), members.smallInteger("quorum", 0));
        } catch (IllegalArgumentException e) {
            throw members.refusal("quorum", String.valueOf(e.getMessage()));
        }
    }

    static CheckpointWitnessed witnessed(Members members) throws MalformedEvent {
        try {
            return new CheckpointWitnessed(
                    members.text("witness"), members.text("note", WitnessShapes::note), members.instant("claimedAt"));
        } catch (IllegalArgumentException e) {
            throw members.refusal("note", String.valueOf(e.getMessage()));
        }
    }

    static ForeignCheckpointRecorded foreign(Members members) throws MalformedEvent {
        try {
            return new ForeignCheckpointRecorded(
                    members.text("note", WitnessShapes::note), members.texts("keys", WitnessShapes::key));
        } catch (IllegalArgumentException e) {
            throw members.refusal("note", String.valueOf(e.getMessage()));
        }
    }

    private static SignedNote note(String text) {
        try {
            return SignedNote.parse(Bytes.utf8(text));
        } catch (MalformedNote e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static NoteKey key(String text) {
        try {
            return NoteKey.parse(text);
        } catch (MalformedNote e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
