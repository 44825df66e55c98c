package org.cairn.causality.decision;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.causality.Action;
import org.cairn.causality.Edge;
import org.cairn.causality.Endpoint;
import org.cairn.causality.Moment;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.Result;
import org.cairn.causality.SocketNode;
import org.cairn.causality.graph.ProvenanceGraph;

/// Which process of a record made a decision.
public sealed interface Attribution {
    /// The log names host and process id, and this process had that id then.
    record ByProcess(ProcessNode process) implements Attribution {}

    /// The only process of the record that held a connection with the place the log names then.
    /// @param edge that connection
    record ByConnection(ProcessNode process, Edge edge) implements Attribution {}

    record NotJoined(String why) implements Attribution {}

    static Attribution of(ProvenanceGraph graph, Decision decision) {
        Set<String> hosts = graph.nodes().stream().map(node -> node.host()).collect(Collectors.toSet());
        Optional<String> named = decision.host();
        if (named.isPresent() && !hosts.contains(named.get())) {
            return new NotJoined("the record holds no host " + named.get());
        }
        if (named.isEmpty() && hosts.size() > 1) {
            return new NotJoined("the log names no host, and the record holds " + hosts.size());
        }
        return decision.pid().isPresent()
                ? byProcess(graph, decision, decision.pid().get())
                : byConnection(graph, decision);
    }

    private static boolean isOn(ProcessNode process, Decision decision) {
        return decision.host().filter(host -> !host.equals(process.host())).isEmpty();
    }

    private static Attribution byProcess(ProvenanceGraph graph, Decision decision, long pid) {
        List<ProcessNode> lived = graph.nodes().stream()
                .filter(ProcessNode.class::isInstance)
                .map(ProcessNode.class::cast)
                .filter(process -> process.pid() == pid && isOn(process, decision) && lived(graph, process, decision))
                .sorted(Comparator.comparing(process -> began(graph, process)))
                .toList();
        Set<Moment> uses = lived.stream().map(ProcessNode::since).collect(Collectors.toCollection(HashSet::new));
        return switch (uses.size()) {
            case 0 -> new NotJoined("the record shows no process " + pid + " at that time");
            case 1 -> new ByProcess(lived.getLast());
            default ->
                new NotJoined("the record shows " + uses.size() + " uses of process id " + pid + " at that time");
        };
    }

    private static Attribution byConnection(ProvenanceGraph graph, Decision decision) {
        Optional<Endpoint.Inet> place = decision.client().or(decision::server);
        if (place.isEmpty()) {
            return new NotJoined("the log names neither a process id nor an address with a port");
        }
        boolean asked = decision.client().isEmpty();
        List<Edge> held = graph.edges().stream()
                .filter(edge -> edge.action() == (asked ? Action.CONNECT : Action.ACCEPT))
                .filter(edge ->
                        edge.result() != Result.FAILED && !edge.at().time().isAfter(decision.end()))
                .filter(edge -> (asked ? edge.effect() : edge.cause()) instanceof SocketNode socket
                        && socket.endpoint().equals(place.get()))
                .filter(edge -> (asked ? edge.cause() : edge.effect()) instanceof ProcessNode process
                        && isOn(process, decision)
                        && lived(graph, process, decision))
                .toList();
        Set<ProcessNode> processes = held.stream()
                .map(edge -> (ProcessNode) (asked ? edge.cause() : edge.effect()))
                .collect(Collectors.toCollection(HashSet::new));
        String what = (asked ? "asked " : "accepted from ") + place.get().text();
        return switch (processes.size()) {
            case 0 -> new NotJoined("the record shows no process that had " + what);
            case 1 -> new ByConnection(processes.iterator().next(), held.getLast());
            default -> new NotJoined(processes.size() + " processes of the record had " + what);
        };
    }

    /// Times of the log are its own clock's; the record's may differ, and nothing is allowed for that.
    private static boolean lived(ProvenanceGraph graph, ProcessNode process, Decision decision) {
        return !began(graph, process).time().isAfter(decision.end())
                && graph.end(process)
                        .filter(end -> end.time().isBefore(decision.at()))
                        .isEmpty();
    }

    private static Moment began(ProvenanceGraph graph, ProcessNode process) {
        return graph.incoming(process).stream()
                .filter(edge -> edge.action() == Action.BECOME || edge.action() == Action.CHANGE_USER)
                .map(Edge::at)
                .findFirst()
                .orElse(process.since());
    }
}
