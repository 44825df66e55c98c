package org.cairn.app.workspace;

import java.time.Instant;

/// The two times of an answer, settled.
/// @param validAt what it is about
/// @param knownAt when that was known: the time asked for, or what the last entry that counts claims
/// @param size    how many entries count
/// @param now     whether it is the present: nothing that is recorded is left out, and nothing past is asked about
public record TwoTimes(Instant validAt, Instant knownAt, long size, boolean now) {}
