package org.cairn.causality;

/// Something that causes or is caused: a process, a file, a connection.
public sealed interface Node permits ProcessNode, FileNode, SocketNode {
    /// The host whose records speak of it.
    String host();
}
