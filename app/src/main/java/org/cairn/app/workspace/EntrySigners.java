package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.List;
import org.cairn.checklist.event.Recorded;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Envelope;
import org.cairn.proof.EnvelopeSignature;
import org.cairn.proof.KeyId;
import org.cairn.proof.MalformedEnvelope;

/// Who signed an entry, of this log or of another.
final class EntrySigners {
    private final Parts parts;

    EntrySigners(Parts parts) {
        this.parts = parts;
    }

    /// Their names, or the first digits of their keys, in the order of signing.
    List<String> of(Recorded<?> recorded) throws WorkspaceException {
        List<String> names = new ArrayList<>();
        for (KeyId key : keys(recorded)) {
            names.add(parts.names().of(key));
        }
        return names;
    }

    /// In the order of signing.
    List<KeyId> keys(Recorded<?> recorded) throws WorkspaceException {
        try {
            Bytes entry = recorded.importedFrom().isPresent()
                    ? parts.imports().bytes(recorded.entry()).orElseThrow()
                    : parts.ledger().entry(recorded.entry());
            return Envelope.parse(entry).signatures().stream()
                    .map(EnvelopeSignature::keyId)
                    .toList();
        } catch (LedgerException e) {
            throw Failures.of(e);
        } catch (MalformedEnvelope e) {
            throw new IllegalStateException("an entry that was decoded is an envelope", e);
        }
    }
}
