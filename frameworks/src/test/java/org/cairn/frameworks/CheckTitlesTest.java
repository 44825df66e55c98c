package org.cairn.frameworks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.checklist.check.CheckCatalogue;
import org.cairn.checklist.check.CheckDefinition;
import org.junit.jupiter.api.Test;

class CheckTitlesTest {
    private static final CheckCatalogue CHECKS = CheckCatalogue.load();

    @Test
    void everyCheckHasATitleInGermanAndNoTitleIsOfNone() {
        Set<String> used = CHECKS.checks().stream()
                .map(check -> check.id().value())
                .map(id -> GermanCheckTitles.keys().contains(id) ? id : GermanCheckTitles.family(id))
                .collect(Collectors.toSet());
        assertEquals(used, GermanCheckTitles.keys());
    }

    @Test
    void aCheckOverImportedResultsNamesItsControl() {
        CheckDefinition lynis = CHECKS.checks().stream()
                .filter(check -> check.id().value().equals("host.lynis.net-4"))
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.of("Lynis beanstandet nichts an NET-4"), GermanCheckTitles.of(lynis));
    }
}
