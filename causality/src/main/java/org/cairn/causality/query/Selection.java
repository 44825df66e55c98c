package org.cairn.causality.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairn.causality.Action;
import org.cairn.causality.Edge;
import org.cairn.causality.FileNode;
import org.cairn.causality.FilePath;
import org.cairn.causality.Moment;
import org.cairn.causality.Node;
import org.cairn.causality.Result;
import org.cairn.causality.graph.ProvenanceGraph;

/// Which edges into one node an answer follows, and how many it leaves out for which reason.
record Selection(List<Edge> followed, Map<Pruned.Reason, Integer> leftOut) {
    private record Repetition(Node other, Action action) {}

    /// @param bound what came later did not matter
    static Selection into(ProvenanceGraph graph, Node node, Moment bound, Limits limits) {
        List<Edge> latestFirst = graph.incoming(node).stream()
                .filter(edge -> carries(edge) && !edge.at().isAfter(bound))
                .sorted(Comparator.comparing(Edge::at).reversed())
                .toList();
        Set<Repetition> met = new HashSet<>();
        int requests = 0;
        int others = 0;
        List<Edge> followed = new ArrayList<>();
        Map<Pruned.Reason, Integer> leftOut = new EnumMap<>(Pruned.Reason.class);
        for (Edge edge : latestFirst) {
            if (!met.add(new Repetition(edge.cause(), edge.action()))) {
                leftOut.merge(Pruned.Reason.REPEATED, 1, Integer::sum);
            } else if (isUnchangedSystemFile(graph, edge.cause(), limits)) {
                leftOut.merge(Pruned.Reason.SYSTEM_FILE, 1, Integer::sum);
            } else if (edge.action() == Action.ACCEPT && requests++ >= limits.requests()) {
                leftOut.merge(Pruned.Reason.FURTHER_REQUESTS, 1, Integer::sum);
            } else if (!isOrigin(edge.action()) && edge.action() != Action.ACCEPT && others++ >= limits.fanOut()) {
                leftOut.merge(Pruned.Reason.FAN_OUT, 1, Integer::sum);
            } else {
                followed.add(edge);
            }
        }
        return new Selection(followed, leftOut);
    }

    /// @param arrival what had happened before did not yet carry what is asked about
    static Selection outOf(ProvenanceGraph graph, Node node, Moment arrival, Limits limits) {
        List<Edge> earliestFirst = graph.outgoing(node).stream()
                .filter(edge -> carries(edge) && (edge.action().lasts() || !arrival.isAfter(edge.at())))
                .sorted(Comparator.comparing(edge -> edge.at().later(arrival)))
                .toList();
        Set<Repetition> met = new HashSet<>();
        int others = 0;
        List<Edge> followed = new ArrayList<>();
        Map<Pruned.Reason, Integer> leftOut = new EnumMap<>(Pruned.Reason.class);
        for (Edge edge : earliestFirst) {
            if (!met.add(new Repetition(edge.effect(), edge.action()))) {
                leftOut.merge(Pruned.Reason.REPEATED, 1, Integer::sum);
            } else if (isOfTheKernel(graph, edge.effect(), limits)) {
                leftOut.merge(Pruned.Reason.SYSTEM_FILE, 1, Integer::sum);
            } else if (!isOrigin(edge.action()) && others++ >= limits.fanOut()) {
                leftOut.merge(Pruned.Reason.FAN_OUT, 1, Integer::sum);
            } else {
                followed.add(edge);
            }
        }
        return new Selection(followed, leftOut);
    }

    /// Everyone writes to `/dev/null`, and nobody reads there what another wrote.
    private static boolean isOfTheKernel(ProvenanceGraph graph, Node node, Limits limits) {
        return node instanceof FileNode file
                && graph.paths(file).stream()
                        .anyMatch(path -> path instanceof FilePath.Resolved(String text) && limits.isOfTheKernel(text));
    }

    /// What failed caused nothing, and removing a name leaves the content as it was.
    static boolean carries(Edge edge) {
        return edge.result() != Result.FAILED && edge.action() != Action.UNLINK;
    }

    /// Where a process comes from is never cut.
    private static boolean isOrigin(Action action) {
        return switch (action) {
            case FORK, BECOME, CHANGE_USER, EXECUTE -> true;
            case END, LOAD, READ, WRITE, CREATE, RENAME, CHANGE_MODE, UNLINK, BIND, CONNECT, SEND, ACCEPT -> false;
        };
    }

    private static boolean isUnchangedSystemFile(ProvenanceGraph graph, Node node, Limits limits) {
        return node instanceof FileNode file
                && graph.incoming(node).stream().noneMatch(edge -> edge.result() != Result.FAILED)
                && graph.paths(file).stream()
                        .anyMatch(path -> path instanceof FilePath.Resolved(String text) && limits.isSystem(text));
    }
}
