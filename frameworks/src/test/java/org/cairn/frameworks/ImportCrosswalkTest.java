package org.cairn.frameworks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.cairn.checklist.Mapping;
import org.cairn.checklist.check.ImportRule;
import org.cairn.checklist.check.ImportRules;
import org.junit.jupiter.api.Test;

/// Results that carry a number of SP 800-53 bear on the controls that the crosswalk ties it to strongly.
class ImportCrosswalkTest {
    private static final int STRONG_ENOUGH = 6;

    private final FrameworkLibrary library = FrameworkLibrary.load();

    @Test
    void everyRuleByANumberOfSp80053StandsInTheCrosswalk() {
        for (ImportRule rule : ImportRules.load().rules()) {
            if (rule.kind() == ImportRule.Kind.NIST) {
                String number = rule.matches().pattern().replace("\\", "");
                assertTrue(
                        library.catalogue().mappings().stream().anyMatch(row -> ties(row, rule, number)),
                        rule.control() + " by " + number);
            }
        }
    }

    private static boolean ties(Mapping row, ImportRule rule, String number) {
        return row.control().equals(rule.control())
                && row.requirement().text().equals("nist-800-53:" + number)
                && row.strength() >= STRONG_ENOUGH;
    }

    @Test
    void everyControlThatARuleLeadsToIsThere() {
        ImportRules.load()
                .rules()
                .forEach(rule ->
                        assertTrue(library.catalogue().control(rule.control()).isPresent(), rule.toString()));
    }
}
