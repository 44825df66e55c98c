package org.cairn.causality.picture;

import java.util.Comparator;
import java.util.List;
import org.cairn.causality.Action;
import org.cairn.causality.Basis;
import org.cairn.causality.Edge;
import org.cairn.causality.Moment;
import org.cairn.causality.Result;

/// What happened between two boxes, as often as it did.
/// @param from  the id of the cause's box
/// @param to    the id of the effect's box
/// @param edges all of one action, result and basis, in the order of time
public record Arrow(int from, int to, Action action, Result result, Basis basis, List<Edge> edges, boolean diverging) {
    public Arrow {
        edges = List.copyOf(edges);
        if (edges.isEmpty()) {
            throw new IllegalArgumentException("an arrow of nothing");
        }
    }

    public Moment first() {
        return edges.getFirst().at();
    }

    public Moment last() {
        return edges.stream().map(Edge::at).max(Comparator.naturalOrder()).orElseThrow();
    }
}
