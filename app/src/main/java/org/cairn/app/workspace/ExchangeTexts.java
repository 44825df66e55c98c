package org.cairn.app.workspace;

import org.cairn.checklist.event.EntryPlace;
import org.cairn.checklist.event.ExchangeEvent;
import org.cairn.checklist.event.ExchangeEvent.BundleImported;
import org.cairn.checklist.event.ExchangeEvent.ConflictDecided;
import org.cairn.checklist.event.ExchangeEvent.EntryImported;
import org.cairn.checklist.event.ExchangeEvent.ForkSeen;
import org.cairn.checklist.event.ExchangeEvent.PeerPaired;
import org.cairn.checklist.event.ExchangeEvent.TransferKeyMade;
import org.cairn.frameworks.Language;

/// What an event of the exchange says, in one line.
final class ExchangeTexts {
    private static final int SHORT = 12;

    private ExchangeTexts() {}

    static Saying saying(ExchangeEvent event) {
        return switch (event) {
            case TransferKeyMade made ->
                Saying.of("transfer-key-made", made.publicKey().hex().substring(0, SHORT));
            case PeerPaired paired ->
                Saying.of("peer-paired", paired.origin(), paired.root().hex().substring(0, SHORT));
            case EntryImported imported ->
                imported.subject()
                        .map(subject -> Saying.of(
                                "entry-imported.subject",
                                imported.place().index(),
                                imported.place().origin(),
                                subject))
                        .orElseGet(() -> at(imported.place()));
            case BundleImported bundle -> Saying.of("bundle-imported", bundle.origin(), bundle.since(), bundle.size());
            case ForkSeen fork ->
                fork.entries().isEmpty()
                        ? Saying.of("fork-seen", fork.origin())
                        : Saying.of("fork-seen.entries", fork.origin(), fork.entries());
            case ConflictDecided decided ->
                Saying.of("conflict-decided", decided.subject().text(), at(decided.chosen()));
        };
    }

    private static Saying at(EntryPlace place) {
        return Saying.of("entry-imported", place.index(), place.origin());
    }

    /// As messages say it.
    static String place(EntryPlace place) {
        return at(place).in(Language.EN);
    }
}
