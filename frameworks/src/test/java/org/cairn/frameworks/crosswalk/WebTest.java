package org.cairn.frameworks.crosswalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Relation;
import org.cairn.checklist.Subject;
import org.cairn.frameworks.FrameworkLibrary;
import org.junit.jupiter.api.Test;

class WebTest {
    private static final FrameworkLibrary LIBRARY = FrameworkLibrary.load();

    private final Web web = new Web(LIBRARY.catalogue(), LIBRARY.content().links());

    private static Tie tie(String from, Relation relation, int strength, String to) {
        return new Tie(Subject.parse(from), Subject.parse(to), relation, strength, "why", "us", LocalDate.EPOCH);
    }

    @Test
    void theWeakestHopDecidesAndThePivotsAreKept() {
        Web small = new Web(List.of(
                tie("law:1", Relation.SUBSET_OF, 7, "code:9"), tie("NET-1", Relation.SUPERSET_OF, 4, "code:9")));
        Route route = small.best(Subject.parse("law:1"), new ControlId("NET-1")).orElseThrow();
        assertEquals(4, route.strength());
        assertEquals(List.of(Subject.parse("code:9")), route.pivots());
        assertEquals(Claim.SUBSET_OF, route.claim());
        assertTrue(route.hops().getLast().backwards());
    }

    @Test
    void aStrongDetourIsBetterThanAWeakRow() {
        Web small = new Web(List.of(
                tie("law:1", Relation.EQUAL, 2, "code:9"),
                tie("law:1", Relation.EQUAL, 8, "norm:5"),
                tie("norm:5", Relation.EQUAL, 7, "code:9")));
        Route route =
                small.best(Subject.parse("law:1"), Subject.parse("code:9")).orElseThrow();
        assertEquals(7, route.strength());
        assertEquals(2, route.hops().size());
    }

    @Test
    void twoRowsOfOnePairAreRefused() {
        List<Tie> twice = List.of(tie("law:1", Relation.EQUAL, 2, "code:9"), tie("code:9", Relation.EQUAL, 2, "law:1"));
        assertThrows(IllegalArgumentException.class, () -> new Web(twice));
    }

    @Test
    void whatIsJoinedToNothingLeadsNowhere() {
        assertEquals(Optional.empty(), web.best(Subject.parse("dora:Art. 999"), new ControlId("NET-1")));
        assertEquals(List.of(), web.from(Subject.parse("dora:Art. 999")));
    }

    @Test
    void loggingUnderDoraLeadsToLoggingInEveryOtherCoreFramework() {
        var routes = web.routes(Subject.parse("dora:2024/1774 Art. 12(2)(a)"), 2);
        for (String to : List.of("iso27001:A.8.15", "hipaa:164.312(b)")) {
            assertTrue(routes.containsKey(Subject.parse(to)), to);
        }
    }

    @Test
    void everyAssessableRowStandsInOneBandOfItsFramework() {
        for (Coverage coverage :
                Coverage.all(LIBRARY.catalogue(), LIBRARY.content().links())) {
            var figures = LIBRARY.figures(coverage.framework());
            assertEquals(figures.assessable(), coverage.assessable());
            assertEquals(
                    figures.mapped(),
                    coverage.assessable() - coverage.in(Band.UNREACHED).size());
            assertEquals(
                    LIBRARY.crosswalk().unreached(coverage.framework()).stream()
                            .map(each -> each.id())
                            .toList(),
                    coverage.in(Band.UNREACHED));
        }
    }

    @Test
    void theBandsAreThoseOfAMappingsStrength() {
        assertEquals(
                "UNREACHED TOUCHED TOUCHED PART PART PART MAIN MAIN MAIN ESSENTIAL ESSENTIAL",
                IntStream.rangeClosed(0, 10)
                        .mapToObj(strength -> Band.of(strength).name())
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void eachFieldOfTheMatrixHoldsItsRowsBestFirst() {
        Matrix matrix = new Matrix(LIBRARY.catalogue());
        long rows = 0;
        for (var control : LIBRARY.controls()) {
            for (var framework : LIBRARY.frameworks()) {
                var field = matrix.rows(control.id(), framework.id());
                rows += field.size();
                assertTrue(field.isEmpty()
                        || field.stream().noneMatch(row -> row.relation().mayClose())
                        || field.getFirst().relation().mayClose());
            }
        }
        assertEquals(LIBRARY.mappings().size(), rows);
    }
}
