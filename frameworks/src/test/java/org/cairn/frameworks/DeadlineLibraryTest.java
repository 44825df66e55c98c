package org.cairn.frameworks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cairn.checklist.deadline.DeadlineReckoner;
import org.cairn.checklist.deadline.DeadlineRule;
import org.cairn.checklist.deadline.DeadlineRule.Rounds;
import org.cairn.checklist.deadline.DeadlineRuleId;
import org.cairn.checklist.deadline.DeadlineStart;
import org.cairn.checklist.deadline.Holidays;
import org.cairn.checklist.deadline.Limit;
import org.cairn.checklist.deadline.Reckoning;
import org.cairn.checklist.deadline.StartEvent;
import org.cairn.checklist.deadline.WeekendRelief;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules that ship, as they are used.
class DeadlineLibraryTest {
    private static final DeadlineLibrary LIBRARY = FrameworkLibrary.load().deadlines();
    private static final Path FACTS = Path.of("../../shared/facts/legal-facts.csv");

    /// From the morning of Friday, 20 November 2026, in Berlin; nothing known of holidays.
    @ParameterizedTest
    @CsvSource({
        "AIA-INC-15D, aware, 2026-12-07T23:59:59",
        "AIA-INC-2D, aware, 2026-11-24T23:59:59",
        "AIA-INC-10D, aware, 2026-11-30T23:59:59",
        "AIA-GPAI-2W, threshold-met, 2026-12-04T23:59:59",
        "AIA-CORR-15WD, authority-finding, 2026-12-11T23:59:59",
        "AIA-RBI-48H, use, 2026-11-22T09:00",
        "AIA-LOG-KEEP-DEPL, log-created, 2027-05-20T23:59:59",
        "AIA-DOC-10Y, placed-on-market, 2036-11-20T23:59:59",
        "DORA-INC-INIT, aware, 2026-11-21T09:00",
        "DORA-INC-INTER, initial-notification-sent, 2026-11-23T09:00",
        "DORA-INC-FINAL, latest-intermediate-report-sent, 2026-12-20T23:59:59",
        "DORA-FRAME, last-review, 2027-11-20T23:59:59",
        "DORA-TLPT, last-test, 2029-11-20T23:59:59",
        "GDPR-72, aware, 2026-11-23T09:00",
        "GDPR-DSR, request-received, 2026-12-21T23:59:59",
        "GDPR-36, request-received, 2027-01-15T23:59:59",
        "HIPAA-BR-IND, discovered, 2027-01-19T23:59:59",
        "HIPAA-BR-LT500, discovered, 2027-03-01T23:59:59",
        "HIPAA-ACCESS, request-received, 2026-12-20T23:59:59",
        "HIPAA-6Y-SEC, created-or-last-in-effect, 2032-11-20T23:59:59",
        "ISO-CERT, certification-decision, 2029-11-20T23:59:59",
        "ISO-SURV, last-audit, 2027-12-31T23:59:59",
        "FED-AC2J-Q, last-review, 2027-02-20T23:59:59"
    })
    void eachRuleComesToItsEnd(String id, String event, String end) {
        Reckoning reckoning = reckon(rule(id), event);
        assertEquals(
                end,
                reckoning
                        .due()
                        .orElseThrow()
                        .at()
                        .atZone(ZoneId.of("Europe/Berlin"))
                        .toLocalDateTime()
                        .toString());
    }

    @Test
    void everyStepNamesWhereItStandsAndEveryRuleRuns() {
        for (DeadlineRule rule : LIBRARY.rules()) {
            Reckoning reckoning = reckon(rule, rule.required().iterator().next().name());
            assertEquals(Optional.empty(), reckoning.problem(), rule.id().value());
            boolean number = rule.limits().stream().anyMatch(Limit.Within.class::isInstance);
            assertEquals(number, reckoning.due().isPresent(), rule.id().value());
            assertTrue(number
                    || !reckoning.steps().isEmpty()
                    || !reckoning.assumptions().isEmpty());
        }
    }

    @Test
    void thePageHoldsEveryRuleAsItIs() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../docs/deadlines.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertEquals(LIBRARY.rules().stream().map(DeadlineLibraryTest::row).toList(), rows);
    }

    private static String row(DeadlineRule rule) {
        String limits = rule.limits().stream().map(Limit::text).collect(Collectors.joining("; "))
                + rule.extension().map(more -> " (+ " + more.by() + ")").orElse("");
        String moves = switch (rule.weekend().move()) {
            case NONE -> "no";
            case REGULATION_1182_71 -> "1182/71";
            case NOON_OF_NEXT_WORKING_DAY -> "noon";
        };
        String source =
                rule.source().name().toLowerCase(Locale.ROOT) + (rule.repeats() == Rounds.REPEATS ? ", repeats" : "");
        return "| `" + rule.id() + "` | " + String.join(" | ", rule.title(), limits, moves, rule.citation(), source)
                + " |";
    }

    /// Every clock of the collected facts has a rule of its id; those without a number, or of another part, are named.
    @Test
    void everyClockOfTheCollectedFactsHasARule() throws IOException {
        assumeTrue(Files.exists(FACTS), "the collected facts are not here");
        List<String> without = new ArrayList<>();
        for (String line : Files.readAllLines(FACTS)) {
            String id = line.split(",", 2)[0];
            boolean clock =
                    id.matches("(AIA-INC|AIA-GPAI|AIA-RBI|AIA-TEST|AIA-CORR|DORA-INC|GDPR-(72|PROC|34|DSR|14|36)"
                            + "|HIPAA-BR|HIPAA-ACCESS).*");
            if (clock && LIBRARY.rule(new DeadlineRuleId(id)).isEmpty()) {
                without.add(id);
            }
        }
        assertEquals(List.of("AIA-INC-NOALTER", "DORA-INC-LATE", "DORA-INC-WEEKEND"), without);
    }

    private static DeadlineRule rule(String id) {
        return LIBRARY.rule(new DeadlineRuleId(id)).orElseThrow();
    }

    private static Reckoning reckon(DeadlineRule rule, String event) {
        TreeMap<StartEvent, Instant> starts = new TreeMap<>();
        starts.put(new StartEvent(event), Instant.parse("2026-11-20T08:00:00Z"));
        return DeadlineReckoner.reckon(
                rule,
                new DeadlineStart(
                        starts,
                        ZoneId.of("Europe/Berlin"),
                        Holidays.notKnown(),
                        WeekendRelief.NOT_STATED,
                        Optional.empty()));
    }
}
