package org.cairn.app.workspace;

import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.ledger.store.Ledger;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.MalformedNote;
import org.cairn.proof.Merkle;
import org.cairn.proof.SignedNote;
import org.cairn.proof.TlogProof;

/// Proofs for strangers.
final class Proving {
    private final Parts parts;

    Proving(Parts parts) {
        this.parts = parts;
    }

    ProofResult prove(long entry) throws WorkspaceException {
        Ledger ledger = parts.ledger();
        try {
            SignedNote note = ledger.checkpoint();
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            if (entry < 0 || entry >= checkpoint.size()) {
                throw new WorkspaceException(
                        Kind.UNKNOWN_ENTRY,
                        "no entry " + entry + " under the newest checkpoint, which signs " + checkpoint.size()
                                + " entries, counted from 0");
            }
            Bytes envelope = ledger.entry(entry);
            TlogProof proof = new TlogProof(
                    Bytes.empty(),
                    entry,
                    ledger.inclusionProof(entry, checkpoint.size()).path(),
                    note);
            return new ProofResult(entry, checkpoint.size(), Merkle.leafHash(envelope), envelope, proof.encode());
        } catch (LedgerException e) {
            throw Failures.of(e);
        } catch (MalformedNote e) {
            throw new WorkspaceException(Kind.DAMAGED, "the stored checkpoint is malformed: " + e.getMessage(), e);
        }
    }
}
