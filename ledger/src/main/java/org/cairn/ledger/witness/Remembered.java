package org.cairn.ledger.witness;

import java.util.List;
import java.util.Optional;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Digest;
import org.cairn.proof.Merkle;
import org.cairn.proof.NoteKey;
import org.cairn.proof.SignedNote;
import org.cairn.proof.witness.LeafDifference;

/// What a witness knows of one log.
/// @param note   the newest checkpoint it saw, with the log's signatures and its own
/// @param keys   the log's, as they were accepted at first sight
/// @param leaves the leaf hashes of these entries, where the log's owner gave them
public record Remembered(SignedNote note, Checkpoint checkpoint, List<NoteKey> keys, Optional<List<Digest>> leaves) {
    public Remembered {
        keys = List.copyOf(keys);
        leaves = leaves.map(List::copyOf);
    }

    /// Which of the entries it saw differ from another history, where it can tell.
    public Optional<LeafDifference> difference(List<Digest> other) {
        return leaves.map(own -> LeafDifference.between(own, other)).filter(difference -> !difference.none());
    }

    /// The root over the first `size` entries, where the leaf hashes are known.
    public Optional<Digest> root(long size) {
        return leaves.filter(all -> size <= all.size()).map(all -> Merkle.root(all.subList(0, Math.toIntExact(size))));
    }
}
