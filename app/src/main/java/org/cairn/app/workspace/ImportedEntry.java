package org.cairn.app.workspace;

import java.util.Optional;
import org.cairn.checklist.codec.MalformedEvent;
import org.cairn.checklist.event.EntryPlace;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.ExchangeEvent.EntryImported;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.evidence.vault.VaultException;
import org.cairn.proof.Bytes;
import org.cairn.proof.MalformedEnvelope;
import org.cairn.proof.Merkle;

/// Another log's entry as this ledger keeps it.
final class ImportedEntry {
    /// An envelope of this size fits into one entry of ours, quoted and wrapped.
    private static final int INLINE_LIMIT_BYTES = 8000;

    private ImportedEntry() {}

    static boolean fitsInline(Bytes envelope) {
        return envelope.size() <= INLINE_LIMIT_BYTES;
    }

    /// What the other log's entry says, as learned when ours was recorded; empty where its bytes are not those that its
    /// leaf hash names.
    static Optional<Recorded<? extends Event>> read(Recorded<EntryImported> ours, EvidenceVault vault) {
        EntryPlace place = ours.event().place();
        try {
            Optional<Bytes> bytes = bytes(ours.event(), vault);
            return bytes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(EventLog.decode(place.index(), bytes.get())
                            .learned(place, ours.entry(), ours.recordedAt()));
        } catch (MalformedEnvelope | MalformedEvent _) {
            return Optional.empty();
        }
    }

    /// The other log's entry itself; empty where it cannot be read, or is not what its leaf hash names.
    static Optional<Bytes> bytes(EntryImported event, EvidenceVault vault) {
        try {
            Bytes bytes = switch (event.envelope()) {
                case EntryImported.Envelope.Inline(var inline) -> inline;
                case EntryImported.Envelope.Stored(PayloadRef payload) -> vault.get(payload);
            };
            return Optional.of(bytes).filter(read -> Merkle.leafHash(read).equals(event.leaf()));
        } catch (VaultException _) {
            return Optional.empty();
        }
    }
}
