package org.cairn.verifier;

import org.cairn.proof.Envelope;
import org.cairn.proof.Json.JsonObject;

/// One ledger entry of the pack, proved to be in the signed log.
/// @param event the payload: JSON with `kind` and the facts of that kind
record LedgerEntry(long index, Envelope envelope, JsonObject event) {
    String file() {
        return Layout.entry(index);
    }

    /// The event's kind; empty text where it names none, which no kind equals.
    String kind() {
        return event.members().get("kind") instanceof org.cairn.proof.Json.JsonText(String kind) ? kind : "";
    }
}
