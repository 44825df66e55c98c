package org.cairn.causality;

import java.util.Optional;

/// A file as one record names it.
/// @param inode absent where nothing was found under the name
public record FileMention(Optional<FileNode.Inode> inode, Name name, Change change) {
    /// The name, with what is known of the directory it starts from.
    public sealed interface Name {}

    public record Absolute(String path) implements Name {}

    /// Relative to a directory known by its inode only.
    public record InDirectory(FileNode.Inode directory, String name) implements Name {}

    /// Relative to a directory nobody named.
    public record Relative(String name) implements Name {}

    public record Nameless() implements Name {}

    /// What the action did to the name.
    public enum Change {
        NONE,
        /// The name is new, and so is the file unless it was linked or renamed to it.
        ADDED,
        REMOVED
    }
}
