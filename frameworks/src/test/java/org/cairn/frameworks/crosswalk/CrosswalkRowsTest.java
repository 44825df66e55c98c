package org.cairn.frameworks.crosswalk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.checklist.Mapping;
import org.cairn.checklist.Unrelated;
import org.cairn.frameworks.FrameworkLibrary;
import org.junit.jupiter.api.Test;

/// What every row of the crosswalk must be for somebody who reads it without the product.
class CrosswalkRowsTest {
    private static final int SHORTEST = 60;
    private static final int LONGEST = 260;

    /// Words with which a row would promise more than a crosswalk can.
    private static final Pattern PROMISE = Pattern.compile(
            "satisf|certified|fulfil|guarantees? compliance|ensures? compliance|tamper-evident as required");

    private final FrameworkLibrary library = FrameworkLibrary.load();

    private List<String> rationales() {
        return Stream.concat(
                        library.mappings().stream().map(Mapping::rationale),
                        library.catalogue().unrelated().stream().map(Unrelated::rationale))
                .toList();
    }

    @Test
    void noRationaleStandsTwice() {
        List<String> twice = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String rationale : rationales()) {
            if (!seen.add(rationale)) {
                twice.add(rationale);
            }
        }
        assertEquals(List.of(), twice);
    }

    @Test
    void everyRationaleIsShortAndPromisesNothing() {
        for (String rationale : rationales()) {
            assertTrue(rationale.length() >= SHORTEST && rationale.length() <= LONGEST, rationale);
            assertTrue(rationale.endsWith("."), rationale);
            assertTrue(!PROMISE.matcher(rationale).find(), rationale);
        }
    }

    /// What may close a requirement is essentially its measure; what only touches one closes nothing.
    @Test
    void theStrongestRowsAreThoseThatMayClose() {
        Set<Mapping> closing = library.mappings().stream()
                .filter(mapping -> mapping.relation().mayClose())
                .collect(Collectors.toSet());
        Set<Mapping> strongest = library.mappings().stream()
                .filter(mapping -> mapping.strength() >= 9)
                .collect(Collectors.toSet());
        assertEquals(closing, strongest);
    }
}
