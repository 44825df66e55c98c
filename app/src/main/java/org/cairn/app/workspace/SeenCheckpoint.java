package org.cairn.app.workspace;

import java.time.Instant;
import java.util.Optional;
import org.cairn.proof.Checkpoint;

/// A state of a log that was there.
/// @param at when this machine saw it first, by its file system's clock; empty where it comes from elsewhere
record SeenCheckpoint(Checkpoint checkpoint, Optional<Instant> at) {}
