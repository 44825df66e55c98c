package org.cairn.reports.pack;

import java.time.Instant;

/// Another person accepted an answer.
/// @param by    whose key it is; the first digits of its id where that name was erased
/// @param entry that says so
public record Approval(String by, long entry, Instant at) {}
