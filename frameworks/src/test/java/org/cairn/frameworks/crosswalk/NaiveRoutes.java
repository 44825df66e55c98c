package org.cairn.frameworks.crosswalk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.checklist.Subject;

/// Looks at every simple way from one demand to another, and keeps the best: what the search is held against.
record NaiveRoutes(List<Tie> ties, int mostHops) {
    private static final Comparator<Route> BEST_FIRST = Comparator.comparingInt(Route::strength)
            .reversed()
            .thenComparingInt(route -> route.hops().size())
            .thenComparing(NaiveRoutes::spelledFromTheEnd);

    Optional<Route> best(Subject from, Subject to) {
        List<Route> all = new ArrayList<>();
        walk(to, new ArrayList<>(), new HashSet<>(Set.of(from)), from, all);
        return all.stream().min(BEST_FIRST);
    }

    private void walk(Subject to, List<Hop> hops, Set<Subject> seen, Subject at, List<Route> all) {
        if (at.equals(to)) {
            if (!hops.isEmpty()) {
                all.add(new Route(hops));
            }
            return;
        }
        if (hops.size() == mostHops) {
            return;
        }
        for (Tie tie : ties) {
            if ((tie.from().equals(at) || tie.to().equals(at)) && seen.add(tie.other(at))) {
                hops.add(new Hop(at, tie.other(at), tie));
                walk(to, hops, seen, tie.other(at), all);
                hops.removeLast();
                seen.remove(tie.other(at));
            }
        }
    }

    private static String spelledFromTheEnd(Route route) {
        return String.join(
                "\n",
                route.hops().reversed().stream().map(hop -> hop.from().text()).toList());
    }
}
