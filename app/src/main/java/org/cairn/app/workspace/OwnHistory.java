package org.cairn.app.workspace;

import java.util.List;
import java.util.Optional;
import org.cairn.checklist.event.ExchangeEvent.BundleImported;
import org.cairn.checklist.event.ExchangeEvent.ForkSeen;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.NoteKey;
import org.cairn.proof.SignedNote;

/// What another log holds of this one, against this one: after a restored backup it may hold more.
final class OwnHistory {
    private OwnHistory() {}

    /// Empty where what the other imported is what this log says still, or where its claim is not signed by this log.
    static Optional<ForkSeen> contradiction(Parts parts, BundleImported echo) {
        try {
            SignedNote theirs = SignedNote.parse(echo.checkpoint());
            Checkpoint claimed = Checkpoint.parse(theirs.text());
            for (NoteKey key : parts.keyring().log().keys()) {
                if (!key.verifies(theirs)) {
                    return Optional.empty();
                }
            }
            boolean ours = claimed.size() <= parts.ledger().size()
                    && parts.ledger().root(claimed.size()).equals(claimed.root());
            return ours
                    ? Optional.empty()
                    : Optional.of(new ForkSeen(
                            parts.file().origin(), parts.ledger().checkpoint().encode(), theirs.encode(), List.of()));
        } catch (MalformedNote | LedgerException _) {
            return Optional.empty(); // not a claim that this log signed; the ledger's condition names its own damage
        }
    }
}
