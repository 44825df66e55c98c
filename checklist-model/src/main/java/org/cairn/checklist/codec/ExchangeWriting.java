package org.cairn.checklist.codec;

import org.cairn.checklist.event.EntryPlace;
import org.cairn.checklist.event.ExchangeEvent;
import org.cairn.checklist.event.ExchangeEvent.BundleImported;
import org.cairn.checklist.event.ExchangeEvent.ConflictDecided;
import org.cairn.checklist.event.ExchangeEvent.EntryImported;
import org.cairn.checklist.event.ExchangeEvent.ForkSeen;
import org.cairn.checklist.event.ExchangeEvent.PeerPaired;
import org.cairn.checklist.event.ExchangeEvent.TransferKeyMade;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonText;

/// The events of the exchange to JSON. [ExchangeReading] is the way back.
final class ExchangeWriting {
    private ExchangeWriting() {}

    static EventKind kind(ExchangeEvent event) {
        return switch (event) {
            case TransferKeyMade _ -> EventKind.TRANSFER_KEY_MADE;
            case PeerPaired _ -> EventKind.PEER_PAIRED;
            case EntryImported _ -> EventKind.ENTRY_IMPORTED;
            case BundleImported _ -> EventKind.BUNDLE_IMPORTED;
            case ForkSeen _ -> EventKind.FORK_SEEN;
            case ConflictDecided _ -> EventKind.CONFLICT_DECIDED;
        };
    }

    static void write(ExchangeEvent event, Json.Builder json) {
        switch (event) {
            case TransferKeyMade made ->
                json.with("publicKey", made.publicKey().hex()).with("secret", EventWriting.ref(made.secret()));
            case PeerPaired paired ->
                json.with("origin", paired.origin())
                        .with(
                                "logKeys",
                                paired.logKeys().stream().map(JsonText::new).toList())
                        .with("founder", paired.founder().hex())
                        .with("root", paired.root().hex())
                        .with("transferKey", paired.transferKey().hex());
            case EntryImported imported -> entry(imported, json);
            case BundleImported bundle ->
                json.with("origin", bundle.origin())
                        .with("since", bundle.since())
                        .with("size", bundle.size())
                        .with("checkpoint", bundle.checkpoint().asUtf8());
            case ForkSeen fork ->
                json.with("origin", fork.origin())
                        .with("known", fork.known().asUtf8())
                        .with("seen", fork.seen().asUtf8())
                        .with(
                                "entries",
                                fork.entries().stream()
                                        .map(index -> new JsonText(Long.toString(index)))
                                        .toList());
            case ConflictDecided decided ->
                json.with("subject", decided.subject().text())
                        .with("chosen", place(decided.chosen()))
                        .with(
                                "over",
                                decided.over().stream()
                                        .map(ExchangeWriting::place)
                                        .toList())
                        .with("reason", EventWriting.ref(decided.reason()));
        }
    }

    private static void entry(EntryImported event, Json.Builder json) {
        json.with("place", place(event.place())).with("leaf", event.leaf().hex());
        event.subject().ifPresent(subject -> json.with("subject", subject));
        switch (event.envelope()) {
            case EntryImported.Envelope.Inline(var bytes) -> json.with("envelope", bytes.asUtf8());
            case EntryImported.Envelope.Stored(var payload) -> json.with("stored", EventWriting.ref(payload));
        }
    }

    private static Json place(EntryPlace place) {
        return Json.object()
                .with("origin", place.origin())
                .with("index", place.index())
                .build();
    }
}
