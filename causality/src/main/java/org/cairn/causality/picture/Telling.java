package org.cairn.causality.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cairn.causality.Action;
import org.cairn.causality.Edge;
import org.cairn.causality.FileNode;
import org.cairn.causality.Node;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.SocketNode;
import org.cairn.causality.graph.Described;
import org.cairn.causality.graph.ProcessFacts;

/// Which events a person sees first where not all can be drawn: of those that say the same (a program that does the
/// same to the same thing) the earliest one, what left the host before what touched files, and that before programs.
public record Telling(Described described) {
    private record Same(Action action, List<Object> cause, List<Object> effect) {}

    /// @param events in any order
    /// @param most   how many at most
    /// @return in the order in which they were given
    public List<Edge> of(List<Edge> events, int most) {
        Set<Same> seen = new HashSet<>();
        List<Edge> first = new ArrayList<>();
        for (Edge event : events.stream().sorted(Comparator.comparing(Edge::at)).toList()) {
            if (seen.add(new Same(event.action(), name(event.cause()), name(event.effect())))) {
                first.add(event);
            }
        }
        first.sort(Comparator.comparingInt(Telling::rank));
        Set<Edge> chosen = new HashSet<>(first.subList(0, Math.min(most, first.size())));
        return events.stream().distinct().filter(chosen::contains).toList();
    }

    private List<Object> name(Node node) {
        return switch (node) {
            case ProcessNode process ->
                List.of(
                        node.host(),
                        described.facts(process).flatMap(ProcessFacts::exe).orElse(""));
            case FileNode file -> List.of(node.host(), described.paths(file));
            case SocketNode socket -> List.of(node.host(), socket.endpoint());
        };
    }

    private static int rank(Edge event) {
        if (event.cause() instanceof SocketNode || event.effect() instanceof SocketNode) {
            return 0;
        }
        return switch (event.action()) {
            case READ, WRITE, CREATE, RENAME, CHANGE_MODE, UNLINK -> 1;
            case FORK, BECOME, CHANGE_USER, END, EXECUTE, LOAD, BIND, CONNECT, SEND, ACCEPT -> 2;
        };
    }
}
