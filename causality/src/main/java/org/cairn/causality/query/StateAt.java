package org.cairn.causality.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cairn.causality.Action;
import org.cairn.causality.Edge;
import org.cairn.causality.Moment;
import org.cairn.causality.Node;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.Result;
import org.cairn.causality.graph.ProvenanceGraph;

/// What was there at a moment, as far as the records tell. Who began before the record and did nothing since is not
/// known; who is not known to have ended may have ended unrecorded.
/// @param processes programs that ran
/// @param listening where a process had bound a socket
/// @param open      connections and files open for writing that a process that ran had opened and nobody is known to
///                  have closed: closing is rarely recorded
public record StateAt(List<Running> processes, List<Edge> listening, List<Edge> open) {
    /// @param proven whether a later record shows it, so that it was surely there
    public record Running(ProcessNode process, boolean proven) {}

    public StateAt {
        processes = List.copyOf(processes);
        listening = List.copyOf(listening);
        open = List.copyOf(open);
    }

    public static StateAt of(ProvenanceGraph graph, Moment moment) {
        List<Running> running = new ArrayList<>();
        for (Node node : graph.nodes()) {
            if (node instanceof ProcessNode process && runs(graph, process, moment)) {
                running.add(new Running(process, shownLater(graph, process, moment)));
            }
        }
        running.sort(Comparator.comparing(one -> one.process().since()));
        List<Edge> listening = new ArrayList<>();
        List<Edge> open = new ArrayList<>();
        for (Edge edge : graph.edges()) {
            boolean begun = edge.result() != Result.FAILED && !edge.at().isAfter(moment);
            if (begun && edge.action() == Action.BIND && lives(graph, edge.cause(), moment)) {
                listening.add(edge);
            } else if (begun && edge.action().lasts() && lives(graph, holder(edge), moment)) {
                open.add(edge);
            }
        }
        return new StateAt(running, listening, open);
    }

    private static Node holder(Edge edge) {
        return edge.action() == Action.ACCEPT ? edge.effect() : edge.cause();
    }

    private static boolean runs(ProvenanceGraph graph, ProcessNode process, Moment moment) {
        Optional<Moment> end = graph.end(process);
        return !began(graph, process).isAfter(moment)
                && (end.isEmpty() || end.get().isAfter(moment));
    }

    /// A process goes on under another program or user with the descriptors it held.
    private static boolean lives(ProvenanceGraph graph, Node node, Moment moment) {
        Node at = node;
        while (at instanceof ProcessNode process
                && graph.end(process).filter(end -> !end.isAfter(moment)).isPresent()) {
            Optional<Node> next = graph.outgoing(at).stream()
                    .filter(edge -> edge.action() == Action.BECOME || edge.action() == Action.CHANGE_USER)
                    .map(Edge::effect)
                    .findFirst();
            if (next.isEmpty()) {
                return false;
            }
            at = next.get();
        }
        return at instanceof ProcessNode;
    }

    private static Moment began(ProvenanceGraph graph, ProcessNode process) {
        return graph.incoming(process).stream()
                .filter(edge -> edge.action() == Action.BECOME || edge.action() == Action.CHANGE_USER)
                .map(Edge::at)
                .findFirst()
                .orElse(process.since());
    }

    private static boolean shownLater(ProvenanceGraph graph, ProcessNode process, Moment moment) {
        return graph.end(process).isPresent()
                || graph.outgoing(process).stream().anyMatch(edge -> edge.at().isAfter(moment))
                || graph.incoming(process).stream().anyMatch(edge -> edge.at().isAfter(moment));
    }
}
