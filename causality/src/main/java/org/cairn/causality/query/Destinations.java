package org.cairn.causality.query;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cairn.causality.Action;
import org.cairn.causality.Edge;
import org.cairn.causality.Endpoint;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.SocketNode;
import org.cairn.causality.graph.ProvenanceGraph;

/// Asks which places outside the host were addressed, whether reached or not.
public final class Destinations {
    private Destinations() {}

    /// In the order of time. Loopback and local sockets are left out.
    public static List<Destination> of(ProvenanceGraph graph) {
        return graph.edges().stream()
                .filter(edge -> edge.action() == Action.CONNECT || edge.action() == Action.SEND)
                .flatMap(Destinations::outside)
                .sorted(Comparator.comparing(destination -> destination.edge().at()))
                .toList();
    }

    private static Stream<Destination> outside(Edge edge) {
        return edge.cause() instanceof ProcessNode process
                        && edge.effect() instanceof SocketNode socket
                        && socket.endpoint() instanceof Endpoint.Inet endpoint
                        && !endpoint.isLocal()
                ? Stream.of(new Destination(process, endpoint, edge))
                : Stream.empty();
    }
}
