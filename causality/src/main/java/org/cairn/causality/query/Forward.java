package org.cairn.causality.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cairn.causality.Action;
import org.cairn.causality.Edge;
import org.cairn.causality.Moment;
import org.cairn.causality.Node;
import org.cairn.causality.Result;
import org.cairn.causality.graph.ProvenanceGraph;
import org.jgrapht.Graph;
import org.jgrapht.graph.AsUnmodifiableGraph;
import org.jgrapht.graph.DirectedPseudograph;

/// Asks what something reached. Follows edges in their direction and only to what came in time: an edge belongs to the
/// answer if it took effect, or still stood open, when what is asked about had arrived at its cause. Exactly what
/// [Backward] finds, seen from the other end.
public final class Forward {
    private final ProvenanceGraph graph;
    private final Limits limits;
    private final Map<Node, Moment> reached = new LinkedHashMap<>();
    private final Set<Edge> edges = new LinkedHashSet<>();
    private final Map<Node, Selection> selections = new HashMap<>();
    private final Set<Node> unopened = new LinkedHashSet<>();

    private Forward(ProvenanceGraph graph, Limits limits) {
        this.graph = graph;
        this.limits = limits;
    }

    /// What any of `nodes`, as they were from `since` on, may have reached.
    public static ForwardAnswer from(ProvenanceGraph graph, Set<Node> nodes, Moment since, Limits limits) {
        Forward search = new Forward(graph, limits);
        nodes.forEach(node -> search.reached.put(node, since));
        return search.run(new LinkedHashSet<>(nodes));
    }

    private ForwardAnswer run(Set<Node> start) {
        Set<Node> frontier = start;
        for (int depth = 0; depth < limits.depth() && !frontier.isEmpty(); depth++) {
            Set<Node> next = new LinkedHashSet<>();
            frontier.forEach(node -> open(node, next));
            frontier = next;
        }
        unopened.addAll(frontier);
        return new ForwardAnswer(new AsUnmodifiableGraph<>(subgraph()), reached, pruned());
    }

    /// Follows the edges out of `node`; effects that are new or were reached later than now are to be opened next.
    private void open(Node node, Set<Node> next) {
        Moment arrival = arrival(node);
        for (Edge edge : selection(node, arrival).followed()) {
            Node effect = edge.effect();
            Moment arrives = edge.at().later(arrival);
            boolean known = reached.containsKey(effect);
            if (!known && reached.size() >= limits.nodes()) {
                continue;
            }
            edges.add(edge);
            if (!known || arrival(effect).isAfter(arrives)) {
                reached.put(effect, arrives);
                next.add(effect);
            }
        }
    }

    private Selection selection(Node node, Moment arrival) {
        Selection known = selections.get(node);
        if (known != null && known.bound().equals(arrival)) {
            return known;
        }
        Selection selection = Selection.outOf(graph, node, arrival, limits);
        selections.put(node, selection);
        return selection;
    }

    private Moment arrival(Node node) {
        return Objects.requireNonNull(reached.get(node));
    }

    /// Names that were removed are shown where they were, without going on from there.
    private Graph<Node, Edge> subgraph() {
        Graph<Node, Edge> result = new DirectedPseudograph<>(Edge.class);
        reached.keySet().forEach(result::addVertex);
        edges.forEach(edge -> result.addEdge(edge.cause(), edge.effect(), edge));
        reached.forEach((node, arrival) -> graph.outgoing(node).stream()
                .filter(edge -> edge.action() == Action.UNLINK && edge.result() != Result.FAILED)
                .filter(edge ->
                        !arrival.isAfter(edge.at()) && result.vertexSet().size() < limits.nodes())
                .forEach(edge -> {
                    result.addVertex(edge.effect());
                    result.addEdge(edge.cause(), edge.effect(), edge);
                }));
        return result;
    }

    private List<Pruned> pruned() {
        List<Pruned> all = new ArrayList<>();
        reached.forEach((node, arrival) -> {
            Selection selection = selection(node, arrival);
            selection.leftOut().forEach((reason, count) -> all.add(new Pruned(node, reason, count)));
            int missing = (int) selection.followed().stream()
                    .filter(edge -> !edges.contains(edge))
                    .count();
            if (missing > 0) {
                all.add(new Pruned(node, unopened.contains(node) ? Pruned.Reason.DEPTH : Pruned.Reason.NODES, missing));
            }
        });
        return all;
    }
}
