package org.cairn.app.workspace;

import java.time.Instant;

/// A copy that left the workspace and that an erasure does not reach.
/// @param entry that records that it was made
/// @param what  what it is and whether it holds the item, in words
public record KnownCopy(long entry, Instant madeAt, String what) {}
