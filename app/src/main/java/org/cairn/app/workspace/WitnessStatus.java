package org.cairn.app.workspace;

import java.time.Instant;
import java.util.List;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.NoteKey;
import org.cairn.proof.witness.WitnessPolicy;
import org.cairn.proof.witness.WitnessStatement;

/// Who outside vouches for this ledger, and for whom this ledger vouches.
/// @param policy    whose cosignatures are asked for: what a pack carries as `ledger/policy`
/// @param statement what they vouch for
/// @param witnesses every witness that was ever trusted
/// @param recorded  states of other logs that are entries of this one
/// @param remembers what this workspace saw of other logs as their witness
public record WitnessStatus(
        WitnessPolicy policy,
        WitnessStatement statement,
        List<TrustedWitness> witnesses,
        List<ForeignState> recorded,
        List<Checkpoint> remembers) {
    public WitnessStatus {
        witnesses = List.copyOf(witnesses);
        recorded = List.copyOf(recorded);
        remembers = List.copyOf(remembers);
    }

    /// @param asked    whether its cosignature counts now
    /// @param lastSize the largest state it cosigned, 0 for none
    public record TrustedWitness(String name, List<NoteKey> keys, boolean asked, long lastSize) {
        public TrustedWitness {
            keys = List.copyOf(keys);
        }
    }

    /// @param entry of this ledger
    public record ForeignState(long entry, Checkpoint checkpoint, Instant recordedAt) {}
}
