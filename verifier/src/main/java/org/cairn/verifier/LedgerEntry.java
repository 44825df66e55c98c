package org.cairn.verifier;

import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.Envelope;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.MalformedEnvelope;
import org.cairn.proof.MalformedJson;
import org.cairn.proof.Merkle;

/// One ledger entry of the pack, proved to be in the signed log.
/// @param encoded the bytes that the log holds
/// @param event   the payload: JSON with `kind` and the facts of that kind
record LedgerEntry(long index, Bytes encoded, Envelope envelope, JsonObject event) {
    String file() {
        return Layout.entry(index);
    }

    /// The event's kind; empty text where it names none, which no kind equals.
    String kind() {
        return event.members().get("kind") instanceof org.cairn.proof.Json.JsonText(String kind) ? kind : "";
    }

    /// What the entry says: one that was imported from another log, what that log's entry says.
    JsonObject said() {
        return kind().equals("EntryImported") ? imported().orElse(event) : event;
    }

    /// Empty where its bytes are not here, or not those that its leaf hash names.
    private Optional<JsonObject> imported() {
        if (!(event.members().get("envelope") instanceof JsonText(String text))) {
            return Optional.empty();
        }
        Bytes bytes = Bytes.utf8(text);
        if (!Json.text(Merkle.leafHash(bytes).hex()).equals(event.members().get("leaf"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.parseObject(Envelope.parse(bytes).payload()));
        } catch (MalformedEnvelope | MalformedJson _) {
            return Optional.empty();
        }
    }
}
