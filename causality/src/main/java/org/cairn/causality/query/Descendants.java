package org.cairn.causality.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.cairn.causality.Edge;
import org.cairn.causality.Node;
import org.cairn.causality.graph.ProvenanceGraph;

/// The processes that come from some processes: their later programs and users, their children, and theirs.
public final class Descendants {
    private Descendants() {}

    /// With those asked about.
    public static Set<Node> of(ProvenanceGraph graph, Set<Node> processes) {
        Set<Node> all = new LinkedHashSet<>(processes);
        Deque<Node> open = new ArrayDeque<>(processes);
        while (!open.isEmpty()) {
            for (Edge edge : graph.outgoing(open.remove())) {
                boolean descends = switch (edge.action()) {
                    case FORK, BECOME, CHANGE_USER -> true;
                    case END,
                            EXECUTE,
                            LOAD,
                            READ,
                            WRITE,
                            CREATE,
                            RENAME,
                            CHANGE_MODE,
                            UNLINK,
                            BIND,
                            CONNECT,
                            SEND,
                            ACCEPT -> false;
                };
                if (descends && all.add(edge.effect())) {
                    open.add(edge.effect());
                }
            }
        }
        return all;
    }
}
