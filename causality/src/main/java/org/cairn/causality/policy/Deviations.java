package org.cairn.causality.policy;

import java.util.List;
import java.util.Map;
import org.cairn.causality.graph.ProvenanceGraph;
import org.cairn.causality.query.Backward;
import org.cairn.causality.query.BackwardAnswer;
import org.cairn.causality.query.Limits;
import org.cairn.causality.query.Window;

/// Asks where a record departs from a policy.
public final class Deviations {
    private Deviations() {}

    /// In the order of time. That the list is empty proves nothing by itself: [Scrutiny] tells what could not be
    /// decided, and the record's coverage what it cannot speak about.
    public static List<Deviation> of(ProvenanceGraph graph, RuntimePolicy policy, Window window) {
        return Scrutiny.of(graph, policy, window, Map.of()).deviations();
    }

    /// What led to it, with the event itself.
    public static BackwardAnswer chain(ProvenanceGraph graph, Deviation deviation, Limits limits) {
        return Backward.toEvent(graph, graph.edge(deviation.place()), limits);
    }
}
