package org.cairn.app.ui.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.causality.Edge;
import org.cairn.causality.Node;
import org.cairn.causality.graph.ProvenanceGraph;
import org.cairn.causality.query.Backward;
import org.cairn.causality.query.BackwardAnswer;
import org.cairn.causality.query.CausalPath;
import org.cairn.causality.query.Destination;
import org.cairn.causality.query.Destinations;
import org.cairn.causality.query.FirstSeen;
import org.cairn.causality.query.Forward;
import org.cairn.causality.query.ForwardAnswer;
import org.cairn.causality.query.Limits;
import org.cairn.causality.query.Pruned;
import org.cairn.causality.query.Selector;
import org.cairn.causality.query.Timeline;
import org.cairn.causality.query.Window;

/// What is asked of a record.
/// @param thing what is asked about; empty where the question is about everything
/// @param other where a path leads to; empty for other questions
/// @param event the one edge that is asked about, where a person chose one
record Question(Kind kind, Optional<Selector> thing, Optional<Selector> other, Window window, Optional<Edge> event) {
    /// A person reads no further; the command line goes on.
    static final int MOST = 5_000;

    enum Kind {
        DESTINATIONS,
        FIRST_SEEN,
        TIMELINE,
        WHY,
        IMPACT,
        PATH
    }

    /// @param all      edges in all, where only the first are here
    /// @param complete false if the search was given up
    record Found(List<Edge> edges, Set<Node> meant, List<Pruned> pruned, long all, boolean complete) {}

    /// What led to one edge.
    static Question whyOf(Edge event) {
        return new Question(Kind.WHY, Optional.empty(), Optional.empty(), Window.ALWAYS, Optional.of(event));
    }

    boolean needsThing() {
        return switch (kind) {
            case DESTINATIONS, FIRST_SEEN, TIMELINE -> false;
            case WHY, IMPACT, PATH -> event.isEmpty();
        };
    }

    Found ask(ProvenanceGraph graph) {
        Set<Node> meant = thing.map(words -> words.in(graph)).orElse(Set.of());
        return switch (kind) {
            case DESTINATIONS -> of(Destinations.of(graph).stream());
            case FIRST_SEEN -> of(FirstSeen.of(graph, window.first()).stream());
            case TIMELINE -> {
                Timeline timeline =
                        thing.isPresent() ? Timeline.of(graph, meant, window, MOST) : Timeline.of(graph, window, MOST);
                yield new Found(timeline.edges(), meant, List.of(), timeline.all(), true);
            }
            case WHY -> why(graph, meant);
            case IMPACT -> {
                ForwardAnswer answer = Forward.from(graph, meant, window.first(), Limits.USUAL);
                yield of(answer.edges(), meant, answer.pruned());
            }
            case PATH -> path(graph, meant);
        };
    }

    private Found why(ProvenanceGraph graph, Set<Node> meant) {
        if (event.isPresent()) {
            BackwardAnswer answer = Backward.from(graph, event.get(), Limits.USUAL);
            return of(answer.edges(), Set.of(), answer.pruned());
        }
        BackwardAnswer answer = Backward.from(graph, meant, window.last(), Limits.USUAL);
        return of(answer.edges(), meant, answer.pruned());
    }

    private Found path(ProvenanceGraph graph, Set<Node> from) {
        Set<Node> to = other.map(words -> words.in(graph)).orElse(Set.of());
        CausalPath path = CausalPath.between(graph, from, to, window.first(), window.last(), Limits.USUAL);
        Set<Node> meant = new LinkedHashSet<>(from);
        meant.addAll(to);
        return new Found(path.edges(), meant, List.of(), path.edges().size(), path.complete());
    }

    private Found of(Stream<Destination> destinations) {
        return of(destinations.map(Destination::edge).toList(), Set.of(), List.of());
    }

    private Found of(Collection<Edge> edges, Set<Node> meant, List<Pruned> pruned) {
        List<Edge> within = new ArrayList<>(
                edges.stream().filter(edge -> window.holds(edge.at())).toList());
        return new Found(within, meant, pruned, within.size(), true);
    }
}
