package org.cairn.causality.query;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cairn.causality.Edge;
import org.cairn.causality.Moment;
import org.cairn.causality.Node;
import org.jgrapht.Graph;

/// What led to something.
/// @param graph    the part of the provenance graph that may have caused it; not to be changed
/// @param relevant for each node the moment after which what reached it no longer matters here
/// @param pruned   what was left out, node by node; empty only if the answer is complete
public record BackwardAnswer(Graph<Node, Edge> graph, Map<Node, Moment> relevant, List<Pruned> pruned) {
    public BackwardAnswer {
        relevant = Map.copyOf(relevant);
        pruned = List.copyOf(pruned);
    }

    public Set<Edge> edges() {
        return graph.edgeSet();
    }

    /// How many edges were left out, by reason.
    public Map<Pruned.Reason, Integer> prunedEdges() {
        return pruned.stream()
                .collect(Collectors.groupingBy(Pruned::reason, TreeMap::new, Collectors.summingInt(Pruned::edges)));
    }
}
