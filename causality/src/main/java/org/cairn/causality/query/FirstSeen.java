package org.cairn.causality.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.causality.Endpoint;
import org.cairn.causality.Moment;
import org.cairn.causality.graph.ProcessFacts;
import org.cairn.causality.graph.ProvenanceGraph;

/// Asks which places outside a program addressed for the first time. First means first in this record: before it
/// began, and in its gaps, the program may have addressed it all the same.
public final class FirstSeen {
    private record Relation(Optional<String> program, Endpoint endpoint) {}

    private FirstSeen() {}

    /// @param since what was addressed before is known and is left out
    public static List<Destination> of(ProvenanceGraph graph, Moment since) {
        Set<Relation> met = new HashSet<>();
        List<Destination> first = new ArrayList<>();
        for (Destination destination : Destinations.of(graph)) {
            Optional<String> program = graph.facts(destination.process()).flatMap(ProcessFacts::exe);
            boolean isNew = met.add(new Relation(program, destination.endpoint()));
            if (isNew && !since.isAfter(destination.edge().at())) {
                first.add(destination);
            }
        }
        return first;
    }
}
