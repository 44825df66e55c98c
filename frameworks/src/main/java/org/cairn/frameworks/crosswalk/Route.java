package org.cairn.frameworks.crosswalk;

import java.util.List;
import org.cairn.checklist.Subject;

/// A way from one demand to another over rows of the crosswalk.
/// @param hops at least one, each beginning where the one before ends
public record Route(List<Hop> hops) {
    public Route {
        hops = List.copyOf(hops);
        if (hops.isEmpty()) {
            throw new IllegalArgumentException("a route without a hop");
        }
    }

    public Subject from() {
        return hops.getFirst().from();
    }

    public Subject to() {
        return hops.getLast().to();
    }

    /// The weakest hop decides.
    public int strength() {
        return hops.stream().mapToInt(Hop::strength).min().orElseThrow();
    }

    /// What follows from the rows, and nothing stronger.
    public Claim claim() {
        return hops.stream().map(Hop::claim).reduce(Claim.EQUAL, Claim::then);
    }

    /// What lies between the ends, in order.
    public List<Subject> pivots() {
        return hops.stream().skip(1).map(Hop::from).toList();
    }
}
