package org.cairn.causality.query;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.causality.Action;
import org.cairn.causality.Edge;
import org.cairn.causality.FileNode;
import org.cairn.causality.Node;
import org.cairn.causality.SocketNode;
import org.cairn.causality.graph.ProvenanceGraph;

/// What happened, in the order of time.
/// @param edges the first of them
/// @param all   how many there are
public record Timeline(List<Edge> edges, long all) {
    public Timeline {
        edges = List.copyOf(edges);
    }

    /// Everything that has to do with any of `nodes`.
    public static Timeline of(ProvenanceGraph graph, Set<Node> nodes, Window window, int most) {
        return take(
                nodes.stream()
                        .flatMap(node -> Stream.concat(graph.incoming(node).stream(), graph.outgoing(node).stream())),
                window,
                most);
    }

    /// Everything there is.
    public static Timeline of(ProvenanceGraph graph, Window window, int most) {
        return take(graph.edges().stream(), window, most);
    }

    /// The files and connections that any of `processes` had to do with.
    public static Timeline touched(ProvenanceGraph graph, Set<Node> processes, Window window, int most) {
        return take(
                processes.stream()
                        .flatMap(node -> Stream.concat(graph.incoming(node).stream(), graph.outgoing(node).stream()))
                        .filter(edge -> isThing(edge.cause()) || isThing(edge.effect())),
                window,
                most);
    }

    private static boolean isThing(Node node) {
        return node instanceof FileNode || node instanceof SocketNode;
    }

    /// The programs, scripts, interpreters and libraries that any of `processes` ran; of all where it is empty.
    public static Timeline loaded(ProvenanceGraph graph, Set<Node> processes, Window window, int most) {
        return take(
                graph.edges().stream()
                        .filter(edge -> edge.action() == Action.EXECUTE || edge.action() == Action.LOAD)
                        .filter(edge -> processes.isEmpty() || processes.contains(edge.effect())),
                window,
                most);
    }

    private static Timeline take(Stream<Edge> edges, Window window, int most) {
        List<Edge> all = edges.distinct()
                .filter(edge -> window.meets(java.util.Optional.of(edge.at()), java.util.Optional.of(edge.until())))
                .sorted(Comparator.comparing(Edge::at))
                .toList();
        return new Timeline(all.subList(0, Math.min(most, all.size())), all.size());
    }
}
