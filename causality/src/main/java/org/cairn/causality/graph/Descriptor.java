package org.cairn.causality.graph;

import org.cairn.causality.Deed;
import org.cairn.causality.Endpoint;
import org.cairn.causality.FileNode;
import org.cairn.causality.SocketNode;

/// What a process's descriptor is known to stand for.
sealed interface Descriptor {
    /// @param edge     index of the CONNECT or SEND edge it was last used for
    /// @param datagram whether sending proves nothing about the peer
    record Outgoing(SocketNode socket, int edge, boolean datagram) implements Descriptor {}

    record Unconnected(Deed.Transport transport) implements Descriptor {}

    record Listening(Endpoint local) implements Descriptor {}

    /// @param keptOnExecute false if it closes when another program starts (O_CLOEXEC, open(2))
    record Writing(FileNode file, boolean keptOnExecute) implements Descriptor {}
}
