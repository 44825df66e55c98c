package org.cairn.causality.graph;

import org.cairn.causality.Endpoint;
import org.cairn.causality.FileNode;
import org.cairn.causality.SocketNode;

/// What a process's descriptor is known to stand for.
sealed interface Descriptor {
    /// @param edge index of the CONNECT or SEND edge it was last used for
    record Outgoing(SocketNode socket, int edge) implements Descriptor {}

    record Listening(Endpoint local) implements Descriptor {}

    /// @param keptOnExecute false if it closes when another program starts (O_CLOEXEC, open(2))
    record Writing(FileNode file, boolean keptOnExecute) implements Descriptor {}
}
