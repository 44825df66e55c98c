package org.cairn.app.workspace;

import java.util.Map;
import java.util.Optional;
import org.cairn.causality.Edge;
import org.cairn.causality.graph.ProvenanceGraph;
import org.cairn.causality.policy.Deviation;
import org.cairn.causality.policy.DeviationKind;
import org.cairn.checklist.posture.DeviationCover;
import org.cairn.checklist.posture.DeviationCovers;

/// Which deviations of a system are accepted on a day.
/// @param lines by the entry that accepted
public record AcceptedDeviations(String system, DeviationCovers covers, Map<Long, AcceptedDeviation> lines) {
    public AcceptedDeviations {
        lines = Map.copyOf(lines);
    }

    public Optional<AcceptedDeviation> of(String host, DeviationKind kind, String what) {
        return covers.of(system, host, kind.id(), what)
                .map(DeviationCover::entry)
                .flatMap(entry -> Optional.ofNullable(lines.get(entry)));
    }

    /// @param graph of which the deviation is
    public Optional<AcceptedDeviation> of(ProvenanceGraph graph, Deviation deviation) {
        Edge edge = graph.edge(deviation.place());
        return of(edge.effect().host(), deviation.kind(), deviation.what());
    }
}
