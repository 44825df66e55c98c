package org.cairn.causality.picture;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.causality.Edge;
import org.cairn.causality.Node;
import org.cairn.causality.graph.Described;

/// What is to be drawn: an answer of any question.
/// @param edges     in the order of time
/// @param meant     what was asked about
/// @param diverging the edge at which something went another way than it should, if that is what the picture is about
public record Subject(Described graph, List<Edge> edges, Set<Node> meant, Optional<Edge> diverging) {
    private static final int FEW = 30;

    public Subject {
        edges = edges.stream().distinct().sorted(Comparator.comparing(Edge::at)).toList();
        meant = Collections.unmodifiableSet(new LinkedHashSet<>(meant));
    }

    boolean isMeant(Node node) {
        return meant.contains(node);
    }

    boolean diverges(Edge edge) {
        return diverging.filter(edge::equals).isPresent();
    }

    boolean divergesAt(Node node) {
        return diverging
                .filter(edge -> edge.cause().equals(node) || edge.effect().equals(node))
                .isPresent();
    }

    /// What the picture is about, so that it keeps a box of its own. Where hundreds were meant, none of them is.
    boolean isPinned(Node node) {
        return divergesAt(node) || meant.size() <= FEW && isMeant(node);
    }
}
