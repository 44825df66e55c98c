package org.cairn.frameworks.crosswalk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.cairn.checklist.Catalogue;
import org.cairn.checklist.Subject;
import org.jgrapht.Graph;
import org.jgrapht.graph.AsUnmodifiableGraph;
import org.jgrapht.graph.SimpleGraph;

/// All demands and the rows that join them, walked in both directions: which other demands one leads to, and by which
/// best way. The best route has the strongest weakest hop, then the fewest hops; of several such, the one whose
/// demands come first by their spelling, compared from the end of the route.
public final class Web {
    /// Over more pivots than three nobody can follow an argument.
    public static final int MOST_HOPS = 4;

    private static final Comparator<Subject> BY_SPELLING = Comparator.comparing(Subject::text);

    private final Graph<Subject, Tie> graph;
    private final Neighbours neighbours;

    public Web(Catalogue catalogue, List<RequirementLink> links) {
        this(ties(catalogue, links));
    }

    /// Requires that no two rows join the same pair.
    Web(List<Tie> ties) {
        SimpleGraph<Subject, Tie> mutable = new SimpleGraph<>(Tie.class);
        for (Tie tie : ties) {
            mutable.addVertex(tie.from());
            mutable.addVertex(tie.to());
            if (!mutable.addEdge(tie.from(), tie.to(), tie)) {
                throw new IllegalArgumentException(tie.from() + " and " + tie.to() + " are joined twice");
            }
        }
        graph = new AsUnmodifiableGraph<>(mutable);
        neighbours = new Neighbours(graph);
    }

    private static List<Tie> ties(Catalogue catalogue, List<RequirementLink> links) {
        List<Tie> ties = new ArrayList<>();
        catalogue.mappings().stream()
                .filter(mapping -> mapping.relation().supports())
                .map(Tie::of)
                .forEach(ties::add);
        links.stream().map(Tie::of).forEach(ties::add);
        return ties;
    }

    /// The rows that touch a demand, strongest first; none for one that is not joined to anything.
    public List<Hop> from(Subject subject) {
        return graph.containsVertex(subject)
                ? graph.edgesOf(subject).stream()
                        .map(tie -> new Hop(subject, tie.other(subject), tie))
                        .sorted(Comparator.comparingInt(Hop::strength)
                                .reversed()
                                .thenComparing(Hop::to, BY_SPELLING))
                        .toList()
                : List.of();
    }

    /// Empty if no route of at most [#MOST_HOPS] hops leads there.
    public Optional<Route> best(Subject from, Subject to) {
        Optional<Integer> end = neighbours.number(to);
        return neighbours
                .number(from)
                .map(start -> new Widths(neighbours, start, MOST_HOPS))
                .filter(widths -> end.isPresent() && widths.reaches(end.get()))
                .map(widths -> new Route(widths.route(end.orElseThrow())));
    }

    /// The best route to each demand that can be reached over at most `hops` hops, by spelling of where it ends.
    /// Requires `hops` > 0.
    public SequencedMap<Subject, Route> routes(Subject from, int hops) {
        Optional<Widths> widths = neighbours.number(from).map(start -> new Widths(neighbours, start, hops));
        SequencedMap<Subject, Route> routes = new LinkedHashMap<>();
        for (int to = 0; widths.isPresent() && to < neighbours.size(); to++) {
            if (widths.get().reaches(to)) {
                routes.put(neighbours.subject(to), new Route(widths.get().route(to)));
            }
        }
        return routes;
    }
}
