package org.cairn.causality;

/// A file's name as far as the records allow it to be known.
public sealed interface FilePath {
    /// The text to show; not a claim that it is absolute.
    String text();

    /// Absolute.
    record Resolved(String text) implements FilePath {}

    /// Relative to a directory the records do not identify: audit records of `*at` system calls name the working
    /// directory, not the directory of the descriptor (linux-audit/audit-kernel issues 9, 95, 133).
    record Unresolved(String text) implements FilePath {}
}
