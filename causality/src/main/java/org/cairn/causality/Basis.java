package org.cairn.causality;

/// Why an edge is believed.
public enum Basis {
    /// A record states it.
    RECORDED,
    /// Records suggest it: a parent known only from the child's parent id, a local accept matched with the connect
    /// before it, a program change without its `execve`.
    INFERRED
}
