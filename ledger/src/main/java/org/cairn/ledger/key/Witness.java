package org.cairn.ledger.key;

import java.time.Instant;
import java.util.List;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.NoteKey;
import org.cairn.proof.NoteSignature;

/// Cosigns checkpoints of other logs (C2SP tlog-cosignature). Its keys are kept apart from the log's own: a
/// cosignature does not say in which role its key signed. Whoever calls this has checked that the log only
/// grew.
public final class Witness {
    private final NoteSigner signer;

    Witness(NoteSigner signer) {
        this.signer = signer;
    }

    public List<NoteKey> keys() {
        return signer.keys();
    }

    /// One signature line for each of [#keys()].
    public List<NoteSignature> cosign(Checkpoint checkpoint, Instant at) {
        return signer.cosign(checkpoint, at);
    }
}
