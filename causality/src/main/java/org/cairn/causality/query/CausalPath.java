package org.cairn.causality.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.causality.Edge;
import org.cairn.causality.Moment;
import org.cairn.causality.Node;
import org.cairn.causality.graph.ProvenanceGraph;

/// Asks how one thing can have reached another: the fewest edges along which time never runs back.
/// @param edges    from the first cause to the last effect; empty where no way was found
/// @param complete false if the search was given up at its limits, so that finding none proves nothing
public record CausalPath(List<Edge> edges, boolean complete) {
    public CausalPath {
        edges = List.copyOf(edges);
    }

    private record Step(Node node, Moment arrival, Optional<Step> before, Optional<Edge> edge) {}

    /// @param since what happened before does not count
    /// @param until what took effect later does not count
    public static CausalPath between(
            ProvenanceGraph graph, Set<Node> from, Set<Node> to, Moment since, Moment until, Limits limits) {
        Map<Node, Moment> earliest = new HashMap<>();
        List<Step> frontier = new ArrayList<>();
        for (Node node : from) {
            earliest.put(node, since);
            frontier.add(new Step(node, since, Optional.empty(), Optional.empty()));
        }
        for (int depth = 0; depth < limits.depth() && !frontier.isEmpty(); depth++) {
            Map<Node, Step> next = new LinkedHashMap<>();
            for (Step step : frontier) {
                extend(graph, step, until, earliest, next);
            }
            Optional<Step> found = next.values().stream()
                    .filter(step -> to.contains(step.node()))
                    .findFirst();
            if (found.isPresent()) {
                return new CausalPath(edges(found.get()), true);
            }
            if (earliest.size() > limits.nodes()) {
                return new CausalPath(List.of(), false);
            }
            frontier = List.copyOf(next.values());
        }
        return new CausalPath(List.of(), frontier.isEmpty());
    }

    /// A node reached in fewer steps and no later is never worth reaching again.
    private static void extend(
            ProvenanceGraph graph, Step step, Moment until, Map<Node, Moment> earliest, Map<Node, Step> next) {
        for (Edge edge : graph.outgoing(step.node())) {
            boolean inTime = edge.action().lasts() || !step.arrival().isAfter(edge.at());
            Moment arrives = edge.at().later(step.arrival());
            Moment known = earliest.get(edge.effect());
            if (Selection.carries(edge.action(), edge.result())
                    && inTime
                    && !arrives.isAfter(until)
                    && (known == null || known.isAfter(arrives))) {
                earliest.put(edge.effect(), arrives);
                next.put(edge.effect(), new Step(edge.effect(), arrives, Optional.of(step), Optional.of(edge)));
            }
        }
    }

    private static List<Edge> edges(Step last) {
        List<Edge> edges = new ArrayList<>();
        for (Optional<Step> at = Optional.of(last);
                at.isPresent();
                at = at.get().before()) {
            at.get().edge().ifPresent(edges::add);
        }
        Collections.reverse(edges);
        return edges;
    }
}
