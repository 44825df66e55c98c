package org.cairn.app.workspace;

import java.time.Instant;
import org.cairn.proof.Checkpoint;

/// A cosignature that was recorded.
/// @param entry     of this ledger
/// @param claimedAt by the witness's clock
public record AddedCosignature(long entry, String witness, Checkpoint at, Instant claimedAt) {}
