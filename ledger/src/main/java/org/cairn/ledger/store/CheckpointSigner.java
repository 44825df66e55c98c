package org.cairn.ledger.store;

import java.util.List;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.NoteKey;
import org.cairn.proof.SignedNote;

/// Holds the log's private keys.
public interface CheckpointSigner {
    /// The public side of every key that signs.
    List<NoteKey> keys();

    /// The checkpoint with one signature line for each of [#keys()], in that order.
    SignedNote sign(Checkpoint checkpoint);
}
