package org.cairn.proof.witness;

import java.time.Instant;
import org.cairn.proof.Checkpoint;

/// One witness's newest word on a history.
/// @param witness   its name in the policy
/// @param at        what it cosigned; it had checked that this grew out of what it saw before
/// @param claimedAt when, by the witness's own clock
public record Vouching(String witness, Checkpoint at, Instant claimedAt) {}
