package org.cairn.causality.picture;

import org.cairn.causality.Node;

/// Several things drawn as one, because nobody can read them one by one.
/// @param things how many
public record Fold(Key key, int things) {
    public enum Reason {
        /// Processes that one process started and that touched nothing but programs and system files until they ended.
        HELPERS,
        /// Connections with one place, by the same processes.
        CONNECTIONS,
        /// Files below the paths of the operating system, read by one process.
        SYSTEM_FILES,
        /// More of one kind beside the same things than are drawn.
        SIBLINGS,
        /// The picture is full.
        REST
    }

    /// Names a fold, so that it can be opened; the same in every picture of the same record.
    /// @param anchor what the folded things are next to, or the first of them
    /// @param detail tells folds at one anchor apart
    public record Key(Reason reason, Node anchor, String detail) {}
}
