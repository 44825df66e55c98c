package org.cairn.frameworks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.checklist.check.CheckCatalogue;
import org.cairn.checklist.check.CheckDefinition;
import org.junit.jupiter.api.Test;

class GermanChecksTest {
    private static final CheckCatalogue CHECKS = CheckCatalogue.load();

    @Test
    void everyCheckHasItsWordsInGermanAndNoWordsAreOfNone() {
        for (GermanChecks words : List.of(GermanChecks.TITLES, GermanChecks.REMEDIATION)) {
            Set<String> used = CHECKS.checks().stream()
                    .map(check -> check.id().value())
                    .map(id -> words.keys().contains(id) ? id : GermanChecks.family(id))
                    .collect(Collectors.toSet());
            assertEquals(used, words.keys());
        }
    }

    @Test
    void aCheckOverImportedResultsNamesItsControl() {
        assertEquals(Optional.of("Lynis beanstandet nichts an NET-4"), GermanChecks.title(check("host.lynis.net-4")));
        assertEquals(
                "Schlagen Sie den Test nach mit `lynis show details TEST`, ändern Sie, was er nennt, "
                        + "und spielen Sie den nächsten Bericht ein.",
                GermanChecks.remediation(check("host.lynis.net-4")).orElseThrow());
    }

    @Test
    void commandsAndNumbersOfWhatToDoAreTheSameInBothLanguages() {
        assertEquals(
                List.of(),
                CHECKS.checks().stream()
                        .filter(check -> !facts(check.remediation())
                                .equals(facts(GermanChecks.remediation(check).orElseThrow())))
                        .map(check -> check.id().value())
                        .toList());
    }

    /// Paths, options, settings and numbers: what a person types.
    private static Set<String> facts(String words) {
        return Arrays.stream(words.split("[\\s,;:()`\"„“.]+|-(?=\\p{Lu}\\p{Ll})|-bit\\b"))
                .filter(word -> word.matches(".*[\\d/_=@\\\\].*|--.*"))
                .collect(Collectors.toSet());
    }

    private static CheckDefinition check(String id) {
        return CHECKS.checks().stream()
                .filter(check -> check.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
