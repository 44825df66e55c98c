package org.cairn.causality.query;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairn.causality.Edge;
import org.cairn.causality.Moment;
import org.cairn.causality.Node;
import org.jgrapht.Graph;

/// What something may have reached.
/// @param graph   the part of the provenance graph it may have reached; not to be changed
/// @param reached for each node the first moment at which it may have been reached; a name that was only removed has
///                none
/// @param pruned  what was left out, node by node; empty only if the answer is complete
public record ForwardAnswer(Graph<Node, Edge> graph, Map<Node, Moment> reached, List<Pruned> pruned) {
    public ForwardAnswer {
        reached = Map.copyOf(reached);
        pruned = List.copyOf(pruned);
    }

    public Set<Edge> edges() {
        return graph.edgeSet();
    }
}
