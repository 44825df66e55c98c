package org.cairn.causality;

/// A file, directory or device node.
public record FileNode(String host, Identity identity) implements Node {
    /// What makes it this file.
    public sealed interface Identity {}

    /// The kernel's own identity. Names come and go; `ProvenanceGraph.paths` holds those seen.
    /// @param generation how often this inode number was seen to be created anew: numbers are reused after deletion
    public record Stored(Inode inode, int generation) implements Identity {}

    /// Only a name is known, as when the open failed because nothing was there.
    public record Named(FilePath path) implements Identity {}

    /// @param device major and minor number in hexadecimal, as audit records write it, e.g. `fe:00`
    public record Inode(String device, long number) {}
}
