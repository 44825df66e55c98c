package org.cairn.frameworks.crosswalk;

import static org.cairn.frameworks.crosswalk.Claim.EQUAL;
import static org.cairn.frameworks.crosswalk.Claim.INTERSECTS_WITH;
import static org.cairn.frameworks.crosswalk.Claim.MAY_OVERLAP;
import static org.cairn.frameworks.crosswalk.Claim.SUBSET_OF;
import static org.cairn.frameworks.crosswalk.Claim.SUPERSET_OF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cairn.checklist.Relation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The rule of composition, held against every way in which three demands can be chosen from four things to ask for.
class ClaimTest {
    /// A non-empty set of four things, bit by bit.
    private static final int SETS = 1 << 4;

    /// From the strongest to the weakest; a subset and a superset are not comparable.
    private static final List<Claim> STRONGEST_FIRST =
            List.of(EQUAL, SUBSET_OF, SUPERSET_OF, INTERSECTS_WITH, MAY_OVERLAP);

    private static boolean holds(Claim claim, int one, int other) {
        return switch (claim) {
            case EQUAL -> one == other;
            case SUBSET_OF -> (one & other) == one;
            case SUPERSET_OF -> (one & other) == other;
            case INTERSECTS_WITH -> (one & other) != 0;
            case MAY_OVERLAP -> true;
        };
    }

    /// The claims about A and C that hold in every world in which the two rows do.
    private static List<Claim> following(Claim first, Claim second) {
        List<Claim> following = new ArrayList<>(STRONGEST_FIRST);
        for (int a = 1; a < SETS; a++) {
            for (int b = 1; b < SETS; b++) {
                for (int c = 1; c < SETS; c++) {
                    if (holds(first, a, b) && holds(second, b, c)) {
                        int from = a;
                        int to = c;
                        following.removeIf(claim -> !holds(claim, from, to));
                    }
                }
            }
        }
        return following;
    }

    @ParameterizedTest
    @EnumSource
    void aRouteClaimsTheStrongestThatFollowsAndNothingMore(Claim first) {
        for (Claim second : Claim.values()) {
            assertEquals(following(first, second).getFirst(), first.then(second), () -> first + " then " + second);
        }
    }

    @Test
    void theTableIsTheOneThatIsWrittenDown() {
        List<List<Claim>> table = Arrays.stream(Claim.values())
                .map(first -> Arrays.stream(Claim.values()).map(first::then).toList())
                .toList();
        assertEquals(
                List.of(
                        List.of(EQUAL, SUBSET_OF, SUPERSET_OF, INTERSECTS_WITH, MAY_OVERLAP),
                        List.of(SUBSET_OF, SUBSET_OF, MAY_OVERLAP, MAY_OVERLAP, MAY_OVERLAP),
                        List.of(SUPERSET_OF, INTERSECTS_WITH, SUPERSET_OF, INTERSECTS_WITH, MAY_OVERLAP),
                        List.of(INTERSECTS_WITH, INTERSECTS_WITH, MAY_OVERLAP, MAY_OVERLAP, MAY_OVERLAP),
                        List.of(MAY_OVERLAP, MAY_OVERLAP, MAY_OVERLAP, MAY_OVERLAP, MAY_OVERLAP)),
                table);
    }

    @Test
    void theWayBackClaimsTheInverseOfTheWayThere() {
        for (Claim first : Claim.values()) {
            for (Claim second : Claim.values()) {
                assertEquals(first.then(second).inverted(), second.inverted().then(first.inverted()));
            }
        }
    }

    @Test
    void itDoesNotMatterWhereARouteIsCut() {
        for (Claim first : Claim.values()) {
            for (Claim second : Claim.values()) {
                for (Claim third : Claim.values()) {
                    assertEquals(first.then(second).then(third), first.then(second.then(third)));
                }
            }
        }
    }

    @Test
    void noRelationshipClaimsNothing() {
        assertThrows(IllegalArgumentException.class, () -> Claim.of(Relation.NO_RELATIONSHIP));
    }
}
