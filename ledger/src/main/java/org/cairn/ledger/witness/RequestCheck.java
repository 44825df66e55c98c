package org.cairn.ledger.witness;

import java.util.List;
import java.util.Optional;
import org.cairn.ledger.witness.WitnessAnswer.Reason;
import org.cairn.ledger.witness.WitnessAnswer.Refused;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Digest;
import org.cairn.proof.Merkle;
import org.cairn.proof.NoteKey;
import org.cairn.proof.witness.CheckpointRequest;
import org.cairn.proof.witness.LeafDifference;

/// Whether a witness may sign (C2SP tlog-witness, "add-checkpoint"), and if not, what is different from what it saw.
/// @param leaves of the checkpoint's history, as its owner gave them
/// @param known  what the witness saw
/// @param keys   the log's, all of which have to have signed
record RequestCheck(
        CheckpointRequest request, Optional<List<Digest>> leaves, Optional<Remembered> known, List<NoteKey> keys) {

    Optional<Refused> refusal() {
        for (NoteKey key : keys) {
            if (!key.name().equals(at().origin()) || !key.verifies(request.note())) {
                return refused(
                        Reason.NOT_SIGNED,
                        "the checkpoint has no valid signature by the log's " + key.algorithm() + " key " + shown(key)
                                + ": it is of another log, or the log's keys were exchanged");
            }
        }
        if (at().size() == 0 && !at().root().equals(Merkle.emptyRoot())) {
            return refused(Reason.BAD_PROOF, "a log without entries has another root than this");
        }
        if (leaves.isPresent() && !leavesFit(leaves.get())) {
            return refused(
                    Reason.BAD_PROOF,
                    "the leaf hashes beside the request are not those of its checkpoint; make both anew");
        }
        return known.isPresent() ? againstMemory(known.get()) : Optional.empty();
    }

    private Checkpoint at() {
        return request.checkpoint();
    }

    private boolean leavesFit(List<Digest> given) {
        return given.size() == at().size() && Merkle.root(given).equals(at().root());
    }

    private Optional<Refused> againstMemory(Remembered seen) {
        Checkpoint before = seen.checkpoint();
        if (at().size() < before.size()) {
            return shorter(seen);
        }
        if (at().size() == before.size() && !at().root().equals(before.root())) {
            return fork(seen);
        }
        if (leaves.isPresent()) {
            Digest begins = Merkle.root(leaves.get().subList(0, Math.toIntExact(before.size())));
            return begins.equals(before.root()) ? Optional.empty() : fork(seen);
        }
        if (request.oldSize() != before.size()) {
            return refused(
                    Reason.OTHER_START,
                    "the request starts at " + request.oldSize() + " entries, this witness last saw " + before.size()
                            + ". Make a new one: cairn witness request --old-size " + before.size());
        }
        return request.growsFrom(before.root()) ? Optional.empty() : notShown(seen);
    }

    private Optional<Refused> shorter(Remembered seen) {
        Optional<Digest> then = seen.root(at().size());
        if (then.isPresent() && !then.get().equals(at().root())) {
            return fork(seen);
        }
        return refused(
                Reason.ROLLBACK,
                "the checkpoint has " + at().size() + " entries, this witness saw "
                        + seen.checkpoint().size()
                        + ": entries " + at().size() + " to "
                        + (seen.checkpoint().size() - 1) + " are gone"
                        + (then.isPresent() ? "; those before them are as it saw them" : ""));
    }

    /// Both roots are signed by the log's keys, and differ over the same entries. These are named where the leaf hashes
    /// of
    /// both histories are at hand.
    private Optional<Refused> fork(Remembered seen) {
        long both = Math.min(at().size(), seen.checkpoint().size());
        Optional<LeafDifference> differing = leaves.flatMap(seen::difference);
        String where = differing
                .map(difference ->
                        difference.words() + " differ" + (isOne(difference) ? "s" : "") + " from what this witness saw")
                .orElseGet(() -> "at least one of the entries 0 to " + (both - 1)
                        + " differs from what this witness saw; which one cannot be told, since "
                        + missingLeaves(seen));
        return Optional.of(new Refused(
                Reason.FORK, differing, "the history was rewritten: " + where + ". The log's keys signed both"));
    }

    /// Without leaf hashes a rewritten history and a wrong proof look alike.
    private Optional<Refused> notShown(Remembered seen) {
        return refused(
                Reason.NOT_CONTINUED,
                "the proof does not lead from the " + seen.checkpoint().size()
                        + " entries that this witness saw to the checkpoint: either the proof is wrong, or at least one"
                        + " of the entries 0 to " + (seen.checkpoint().size() - 1)
                        + " was rewritten. Ask for the leaf hashes (cairn witness request writes them): with them the"
                        + " answer is certain");
    }

    private static boolean isOne(LeafDifference difference) {
        return !difference.words().startsWith("entries");
    }

    private String missingLeaves(Remembered seen) {
        if (seen.leaves().isEmpty()) {
            return "this witness was never given leaf hashes";
        }
        return "no leaf hashes came with the request";
    }

    private static String shown(NoteKey key) {
        return key.name() + '+' + java.util.HexFormat.of().toHexDigits(key.keyHash());
    }

    private static Optional<Refused> refused(Reason reason, String why) {
        return Optional.of(new Refused(reason, Optional.empty(), why));
    }
}
