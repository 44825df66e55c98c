package org.cairn.app.workspace;

import org.cairn.checklist.event.EntryPlace;
import org.cairn.checklist.event.ExchangeEvent;
import org.cairn.checklist.event.ExchangeEvent.BundleImported;
import org.cairn.checklist.event.ExchangeEvent.ConflictDecided;
import org.cairn.checklist.event.ExchangeEvent.EntryImported;
import org.cairn.checklist.event.ExchangeEvent.ForkSeen;
import org.cairn.checklist.event.ExchangeEvent.PeerPaired;
import org.cairn.checklist.event.ExchangeEvent.TransferKeyMade;

/// What an event of the exchange says, in one line.
final class ExchangeTexts {
    private static final int SHORT = 12;

    private ExchangeTexts() {}

    static String summary(ExchangeEvent event) {
        return switch (event) {
            case TransferKeyMade made ->
                "transfer key " + made.publicKey().hex().substring(0, SHORT) + " made";
            case PeerPaired paired ->
                "paired with " + paired.origin() + ", root certificate "
                        + paired.root().hex().substring(0, SHORT);
            case EntryImported imported ->
                "entry " + imported.place().index() + " of " + imported.place().origin()
                        + imported.subject()
                                .map(subject -> ", about " + subject)
                                .orElse("");
            case BundleImported bundle ->
                "bundle of " + bundle.origin() + " imported, its entries " + bundle.since() + " to " + bundle.size();
            case ForkSeen fork ->
                "fork seen: " + fork.origin() + " showed two histories"
                        + (fork.entries().isEmpty() ? "" : ", they differ in entries " + fork.entries());
            case ConflictDecided decided ->
                decided.subject().text() + " decided for the answer in " + place(decided.chosen());
        };
    }

    static String place(EntryPlace place) {
        return "entry " + place.index() + " of " + place.origin();
    }
}
