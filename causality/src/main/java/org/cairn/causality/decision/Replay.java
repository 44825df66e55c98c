package org.cairn.causality.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cairn.causality.Action;
import org.cairn.causality.Edge;
import org.cairn.causality.FileNode;
import org.cairn.causality.Moment;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.Result;
import org.cairn.causality.graph.ProvenanceGraph;

/// One decision again: what the process that made it had read before, and where it talked to until it was made, under
/// each program and user that it had. Absence from the record proves nothing.
/// @param read      files opened for reading, the earliest first
/// @param addressed connections asked for, taken, and datagrams sent
public record Replay(Decision decision, Attribution attribution, List<Edge> read, List<Edge> addressed) {
    public Replay {
        read = List.copyOf(read);
        addressed = List.copyOf(addressed);
    }

    public static Replay of(ProvenanceGraph graph, Decision decision) {
        Attribution attribution = Attribution.of(graph, decision);
        Optional<ProcessNode> process = switch (attribution) {
            case Attribution.ByProcess(ProcessNode by) -> Optional.of(by);
            case Attribution.ByConnection(ProcessNode by, Edge _) -> Optional.of(by);
            case Attribution.NotJoined _ -> Optional.empty();
        };
        List<Edge> read = new ArrayList<>();
        List<Edge> addressed = new ArrayList<>();
        process.ifPresent(by -> programs(by).forEach(node -> {
            graph.incoming(node).stream().filter(edge -> counts(edge, decision)).forEach(edge -> {
                if (edge.action() == Action.READ) {
                    read.add(edge);
                } else if (edge.action() == Action.ACCEPT) {
                    addressed.add(edge);
                }
            });
            graph.outgoing(node).stream()
                    .filter(edge -> counts(edge, decision))
                    .filter(edge -> edge.action() == Action.CONNECT || edge.action() == Action.SEND)
                    .forEach(addressed::add);
        }));
        read.sort(Comparator.comparing(Edge::at));
        addressed.sort(Comparator.comparing(Edge::at));
        return new Replay(decision, attribution, read, addressed);
    }

    private static boolean counts(Edge edge, Decision decision) {
        return edge.result() != Result.FAILED && !edge.at().time().isAfter(decision.end());
    }

    /// The same process under its earlier programs and users.
    private static List<ProcessNode> programs(ProcessNode last) {
        List<ProcessNode> all = new ArrayList<>();
        for (int image = 0; image <= last.image(); image++) {
            all.add(new ProcessNode(last.host(), last.pid(), last.since(), image));
        }
        return all;
    }

    /// When the process was first seen to open this retrieved file for reading; empty if no record shows it.
    public Optional<Moment> readAt(ProvenanceGraph graph, Decision.Context context) {
        return read.stream()
                .filter(edge -> edge.cause() instanceof FileNode file
                        && graph.paths(file).stream()
                                .anyMatch(path -> path.text().equals(context.path())))
                .map(Edge::at)
                .findFirst();
    }
}
