package org.cairn.causality.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.causality.Action;
import org.cairn.causality.Edge;
import org.cairn.causality.FileNode;
import org.cairn.causality.FilePath;
import org.cairn.causality.Moment;
import org.cairn.causality.Node;
import org.cairn.causality.Result;
import org.cairn.causality.graph.ProvenanceGraph;

/// Which edges at one node an answer follows, and how many it leaves out for which reason. A server has very many, so
/// moment, action and the other node decide before an edge is put together.
/// @param bound the moment that was asked about
record Selection(Moment bound, List<Edge> followed, Map<Pruned.Reason, Integer> leftOut) {
    private record Repetition(Node other, Action action) {}

    private record Candidate(int place, Moment at) {}

    /// @param bound what came later did not matter
    static Selection into(ProvenanceGraph graph, Node node, Moment bound, Limits limits) {
        List<Candidate> latestFirst = candidates(graph, graph.incomingPlaces(node))
                .filter(candidate -> !candidate.at().isAfter(bound))
                .sorted(Comparator.comparing(Candidate::at).reversed())
                .toList();
        Picking picking = new Picking(graph, limits);
        for (Candidate candidate : latestFirst) {
            int place = candidate.place();
            picking.pick(place, graph.cause(place), cause -> isUnchangedSystemFile(graph, cause, limits));
        }
        return picking.done(bound);
    }

    /// @param arrival what had happened before did not yet carry what is asked about
    static Selection outOf(ProvenanceGraph graph, Node node, Moment arrival, Limits limits) {
        List<Candidate> earliestFirst = candidates(graph, graph.outgoingPlaces(node))
                .filter(candidate -> graph.action(candidate.place()).lasts() || !arrival.isAfter(candidate.at()))
                .sorted(Comparator.comparing(candidate -> candidate.at().later(arrival)))
                .toList();
        Picking picking = new Picking(graph, limits);
        for (Candidate candidate : earliestFirst) {
            int place = candidate.place();
            picking.pick(place, graph.effect(place), effect -> isOfTheKernel(graph, effect, limits));
        }
        return picking.done(arrival);
    }

    private static Stream<Candidate> candidates(ProvenanceGraph graph, IntStream places) {
        return places.filter(place -> carries(graph.action(place), graph.result(place)))
                .mapToObj(place -> new Candidate(place, graph.at(place)));
    }

    private static final class Picking {
        private final ProvenanceGraph graph;
        private final Limits limits;
        private final Set<Repetition> met = new HashSet<>();
        private final List<Edge> followed = new ArrayList<>();
        private final Map<Pruned.Reason, Integer> leftOut = new EnumMap<>(Pruned.Reason.class);
        private int requests;
        private int others;

        Picking(ProvenanceGraph graph, Limits limits) {
            this.graph = graph;
            this.limits = limits;
        }

        void pick(int place, Node other, Predicate<Node> system) {
            Action action = graph.action(place);
            if (!met.add(new Repetition(other, action))) {
                leftOut.merge(Pruned.Reason.REPEATED, 1, Integer::sum);
            } else if (system.test(other)) {
                leftOut.merge(Pruned.Reason.SYSTEM_FILE, 1, Integer::sum);
            } else if (action == Action.ACCEPT && requests++ >= limits.requests()) {
                leftOut.merge(Pruned.Reason.FURTHER_REQUESTS, 1, Integer::sum);
            } else if (!isOrigin(action) && action != Action.ACCEPT && others++ >= limits.fanOut()) {
                leftOut.merge(Pruned.Reason.FAN_OUT, 1, Integer::sum);
            } else {
                followed.add(graph.edge(place));
            }
        }

        Selection done(Moment bound) {
            return new Selection(bound, followed, leftOut);
        }
    }

    /// Everyone writes to `/dev/null`, and nobody reads there what another wrote.
    private static boolean isOfTheKernel(ProvenanceGraph graph, Node node, Limits limits) {
        return node instanceof FileNode file
                && graph.paths(file).stream()
                        .anyMatch(path -> path instanceof FilePath.Resolved(String text) && limits.isOfTheKernel(text));
    }

    /// What failed caused nothing, and removing a name leaves the content as it was.
    static boolean carries(Action action, Result result) {
        return result != Result.FAILED && action != Action.UNLINK;
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
                && graph.paths(file).stream()
                        .anyMatch(path -> path instanceof FilePath.Resolved(String text) && limits.isSystem(text))
                && graph.incomingPlaces(node).allMatch(place -> graph.result(place) == Result.FAILED);
    }
}
