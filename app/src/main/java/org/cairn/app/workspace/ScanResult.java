package org.cairn.app.workspace;

import java.util.Optional;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.witness.LeafDifference;

/// What a checkpoint on paper says about a ledger of today.
public sealed interface ScanResult {
    Checkpoint printed();

    /// The ledger of today begins with what was printed.
    record Contained(Checkpoint printed, Checkpoint today) implements ScanResult {}

    /// The ledger of today does not contain what was printed, though the same keys signed it.
    /// @param differing entries that are known to differ
    /// @param why       in words, as far as it is proved
    record NotContained(Checkpoint printed, Checkpoint today, Optional<LeafDifference> differing, String why)
            implements ScanResult {}

    /// The printed text is not signed by the keys of this log: of another log, mistyped, or the keys were exchanged.
    record NotSigned(Checkpoint printed, String why) implements ScanResult {}

    /// What is at hand does not decide it.
    /// @param why what is missing, and how to get it
    record Undecided(Checkpoint printed, String why) implements ScanResult {}
}
