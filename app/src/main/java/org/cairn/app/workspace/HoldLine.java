package org.cairn.app.workspace;

import java.time.Instant;

/// A legal hold in force.
/// @param entry  that placed it
/// @param by     who placed it
/// @param scope  what it holds, in words
public record HoldLine(long entry, Instant placedAt, String by, String scope, String reason) {}
