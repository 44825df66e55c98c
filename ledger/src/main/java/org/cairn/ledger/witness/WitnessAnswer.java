package org.cairn.ledger.witness;

import java.util.List;
import java.util.Optional;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.NoteSignature;
import org.cairn.proof.witness.LeafDifference;

/// What a witness says to a request.
public sealed interface WitnessAnswer {
    /// It remembers the checkpoint now, durably, and signed it.
    /// @param before what it had seen before; empty for the first sight of this log
    record Cosigned(List<NoteSignature> lines, Checkpoint at, Optional<Checkpoint> before) implements WitnessAnswer {
        public Cosigned {
            lines = List.copyOf(lines);
        }

        /// The lines as a file: the answer of `add-checkpoint` (C2SP tlog-witness).
        public Bytes encode() {
            Bytes note = new org.cairn.proof.SignedNote(at.text(), lines).encode();
            return note.slice(at.text().size() + 1, note.size());
        }
    }

    /// It signed nothing and its memory of the log is as it was.
    /// @param differing the entries that differ from what it saw, where the leaf hashes of both histories are known
    /// @param why       what is wrong, and what to do, for a person
    record Refused(Reason reason, Optional<LeafDifference> differing, String why) implements WitnessAnswer {}

    /// Why a witness refuses. In brackets the status that C2SP tlog-witness gives.
    enum Reason {
        /// Nobody told it to trust this log (404).
        UNKNOWN_LOG,
        /// A signature by a key of the log is missing or wrong (403).
        NOT_SIGNED,
        /// It saw more entries than the checkpoint has.
        ROLLBACK,
        /// What it saw is certainly not the beginning of the checkpoint's history (422).
        FORK,
        /// The proof does not lead from what it saw to the checkpoint (422).
        NOT_CONTINUED,
        /// The request starts at another size than the last it saw (409).
        OTHER_START,
        /// The leaf hashes are not the checkpoint's, or the root is not one of its size (422).
        BAD_PROOF
    }
}
