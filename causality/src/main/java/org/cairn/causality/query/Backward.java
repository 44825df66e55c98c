package org.cairn.causality.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cairn.causality.Edge;
import org.cairn.causality.Moment;
import org.cairn.causality.Node;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.graph.ProvenanceGraph;
import org.jgrapht.Graph;
import org.jgrapht.graph.AsUnmodifiableGraph;
import org.jgrapht.graph.DirectedPseudograph;

/// Asks what led to something. Follows edges against their direction and only to what was in time: an edge belongs to
/// the answer if it took effect no later than the moment at which its effect still mattered.
public final class Backward {
    private final ProvenanceGraph graph;
    private final Limits limits;
    private final Map<Node, Moment> relevant = new LinkedHashMap<>();
    private final Set<Edge> edges = new LinkedHashSet<>();
    private final Map<Node, Selection> selections = new HashMap<>();
    private final Set<Node> unopened = new LinkedHashSet<>();

    private Backward(ProvenanceGraph graph, Limits limits) {
        this.graph = graph;
        this.limits = limits;
    }

    /// What led to `edge`, up to the last moment at which it is known to have carried something.
    public static BackwardAnswer from(ProvenanceGraph graph, Edge edge, Limits limits) {
        Backward search = new Backward(graph, limits);
        search.edges.add(edge);
        search.relevant.put(edge.effect(), edge.at());
        search.relevant.put(edge.cause(), edge.until());
        return search.run(Set.of(edge.cause()));
    }

    /// What led to an event: to what it came from, and to the process that did it.
    public static BackwardAnswer toEvent(ProvenanceGraph graph, Edge edge, Limits limits) {
        Backward search = new Backward(graph, limits);
        search.edges.add(edge);
        search.relevant.put(edge.effect(), edge.at());
        search.relevant.put(edge.cause(), edge.until());
        Set<Node> start = new LinkedHashSet<>(List.of(edge.cause()));
        if (edge.effect() instanceof ProcessNode) {
            start.add(edge.effect());
        }
        return search.run(start);
    }

    /// What led to `node` as it was at `asOf`.
    public static BackwardAnswer from(ProvenanceGraph graph, Node node, Moment asOf, Limits limits) {
        return from(graph, Set.of(node), asOf, limits);
    }

    /// What led to any of `nodes` as they were at `asOf`.
    public static BackwardAnswer from(ProvenanceGraph graph, Set<Node> nodes, Moment asOf, Limits limits) {
        Backward search = new Backward(graph, limits);
        nodes.forEach(node -> search.relevant.put(node, asOf));
        return search.run(new LinkedHashSet<>(nodes));
    }

    private BackwardAnswer run(Set<Node> start) {
        Set<Node> frontier = start;
        for (int depth = 0; depth < limits.depth() && !frontier.isEmpty(); depth++) {
            Set<Node> next = new LinkedHashSet<>();
            frontier.forEach(node -> open(node, next));
            frontier = next;
        }
        unopened.addAll(frontier);
        return new BackwardAnswer(new AsUnmodifiableGraph<>(subgraph()), relevant, pruned());
    }

    /// Follows the edges into `node`; causes that are new or matter for longer than known are to be opened next.
    private void open(Node node, Set<Node> next) {
        Moment bound = bound(node);
        for (Edge edge : selection(node, bound).followed()) {
            Node cause = edge.cause();
            Moment matters = edge.action().lasts() ? bound : edge.at();
            boolean known = relevant.containsKey(cause);
            if (!known && relevant.size() >= limits.nodes()) {
                continue;
            }
            edges.add(edge);
            if (!known || matters.isAfter(bound(cause))) {
                relevant.put(cause, matters);
                next.add(cause);
            }
        }
    }

    private Selection selection(Node node, Moment bound) {
        Selection known = selections.get(node);
        if (known != null && known.bound().equals(bound)) {
            return known;
        }
        Selection selection = Selection.into(graph, node, bound, limits);
        selections.put(node, selection);
        return selection;
    }

    private Moment bound(Node node) {
        return Objects.requireNonNull(relevant.get(node));
    }

    private Graph<Node, Edge> subgraph() {
        Graph<Node, Edge> result = new DirectedPseudograph<>(Edge.class);
        relevant.keySet().forEach(result::addVertex);
        edges.forEach(edge -> result.addEdge(edge.cause(), edge.effect(), edge));
        return result;
    }

    private List<Pruned> pruned() {
        List<Pruned> all = new ArrayList<>();
        relevant.forEach((node, bound) -> {
            Selection selection = selection(node, bound);
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
