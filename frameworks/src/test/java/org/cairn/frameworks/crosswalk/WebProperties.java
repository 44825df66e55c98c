package org.cairn.frameworks.crosswalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Relation;
import org.cairn.checklist.Subject;

/// The search over random small webs finds what looking at every way finds.
class WebProperties {
    private static final List<Relation> RELATIONS =
            List.of(Relation.EQUAL, Relation.SUBSET_OF, Relation.SUPERSET_OF, Relation.INTERSECTS_WITH);

    private static Subject subject(int number) {
        return new ControlId("X" + (char) ('A' + number) + "-1");
    }

    /// Few strengths, so that many ways are equally good.
    private static List<Tie> ties(Random random, int subjects, int rows) {
        List<Tie> ties = new ArrayList<>();
        Set<Set<Integer>> pairs = new HashSet<>();
        for (int row = 0; row < rows; row++) {
            int from = random.nextInt(subjects);
            int to = random.nextInt(subjects);
            if (from != to && pairs.add(Set.of(from, to))) {
                Relation relation = RELATIONS.get(random.nextInt(RELATIONS.size()));
                ties.add(new Tie(
                        subject(from),
                        subject(to),
                        relation,
                        1 + random.nextInt(4),
                        "a reason",
                        "us",
                        LocalDate.EPOCH));
            }
        }
        return ties;
    }

    @Property(tries = 300)
    void theBestRouteIsTheOneThatLookingAtEveryWayFinds(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 7) int subjects, @ForAll @IntRange(max = 14) int rows) {
        List<Tie> ties = ties(new Random(seed), subjects, rows);
        Web web = new Web(ties);
        for (int hops = 1; hops <= Web.MOST_HOPS; hops++) {
            NaiveRoutes naive = new NaiveRoutes(ties, hops);
            for (int from = 0; from < subjects; from++) {
                Map<Subject, Route> routes = web.routes(subject(from), hops);
                for (int to = 0; to < subjects; to++) {
                    Optional<Route> expected = from == to ? Optional.empty() : naive.best(subject(from), subject(to));
                    assertEquals(expected, Optional.ofNullable(routes.get(subject(to))));
                }
            }
        }
    }

    @Property(tries = 200)
    void theWayBackIsAsStrongAndAsLong(@ForAll long seed) {
        Web web = new Web(ties(new Random(seed), 6, 10));
        for (Route there : web.routes(subject(0), Web.MOST_HOPS).values()) {
            Route back = web.best(there.to(), subject(0)).orElseThrow();
            assertEquals(there.strength(), back.strength());
            assertEquals(there.hops().size(), back.hops().size());
        }
    }

    @Property(tries = 200)
    void moreHopsNeverMakeARouteWeaker(@ForAll long seed) {
        Web web = new Web(ties(new Random(seed), 7, 12));
        Map<Subject, Route> longer = web.routes(subject(0), 3);
        web.routes(subject(0), 2)
                .forEach((to, route) ->
                        assertTrue(longer.get(to) != null && longer.get(to).strength() >= route.strength()));
    }
}
