package org.cairn.app.workspace;

import java.util.Optional;
import org.cairn.checklist.codec.EventCodec;
import org.cairn.checklist.codec.MalformedEvent;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.ExchangeEvent.EntryImported;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.evidence.vault.VaultException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Envelope;
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
        EntryImported event = ours.event();
        try {
            Bytes bytes = switch (event.envelope()) {
                case EntryImported.Envelope.Inline(var inline) -> inline;
                case EntryImported.Envelope.Stored(PayloadRef payload) -> vault.get(payload);
            };
            if (!Merkle.leafHash(bytes).equals(event.leaf())) {
                return Optional.empty();
            }
            Envelope envelope = Envelope.parse(bytes);
            return Optional.of(EventCodec.decode(
                            event.place().index(),
                            envelope.signatures().getFirst().keyId(),
                            envelope.payload())
                    .learned(event.place(), ours.entry(), ours.recordedAt()));
        } catch (VaultException | MalformedEnvelope | MalformedEvent _) {
            return Optional.empty();
        }
    }
}
