package org.cairn.checklist.deadline;

import static org.cairn.checklist.deadline.Rules.AWARE;
import static org.cairn.checklist.deadline.Rules.BERLIN;
import static org.cairn.checklist.deadline.Rules.CLASSIFIED;
import static org.cairn.checklist.deadline.Rules.aware;
import static org.cairn.checklist.deadline.Rules.berlin;
import static org.cairn.checklist.deadline.Rules.due;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.checklist.deadline.WeekendRule.Move;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineReckonerTest {
    private static final DeadlineRule INITIAL = Rules.of(
            Move.NOON_OF_NEXT_WORKING_DAY,
            "4 hours from classified-as-major",
            "24 hours from aware unless classified-as-major is later");

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T10:00, 1 month,   2026-02-28T23:59:59",
        "2028-01-31T10:00, 1 month,   2028-02-29T23:59:59",
        "2028-02-29T10:00, 1 year,    2029-02-28T23:59:59",
        "2026-08-31T10:00, 6 months,  2027-02-28T23:59:59",
        "2026-11-21T00:00, 60 days,   2027-01-20T23:59:59",
        "2026-11-21T23:59, 2 weeks,   2026-12-05T23:59:59",
        "2026-11-20T10:00, 15 working days, 2026-12-11T23:59:59",
        "2026-12-31T23:59, 10 years,  2036-12-31T23:59:59"
    })
    void theDayOfTheEventIsNotCountedAndTheLastDayCountsToItsEnd(String from, String amount, String end) {
        assertEquals(end, due(Rules.of(Move.NONE, amount + " from aware"), aware(from)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28T20:00, 2026-03-31T21:00", // the clocks went forward: three days and an hour on the wall
        "2026-10-24T20:00, 2026-10-27T19:00", // and back
        "2026-11-20T10:30, 2026-11-23T10:30"
    })
    void hoursAreElapsedTimeWhateverTheClocksOnTheWallDo(String from, String end) {
        assertEquals(end, due(Rules.of(Move.REGULATION_1182_71, "72 hours from aware"), aware(from)));
    }

    @Test
    void daysEndAtMidnightOnTheWallAlsoWhereTheClocksWereChanged() {
        DeadlineRule rule = Rules.of(Move.NONE, "1 day from aware");
        assertEquals("2026-03-29T23:59:59", due(rule, aware("2026-03-28T12:00")));
        assertEquals("2026-10-25T23:59:59", due(rule, aware("2026-10-24T12:00")));
    }

    @Test
    void anEndOnASaturdayOrAHolidayMovesToTheNextWorkingDay() {
        DeadlineRule rule = Rules.of(Move.REGULATION_1182_71, "1 month from aware");
        assertEquals("2026-10-26T23:59:59", due(rule, aware("2026-09-24T09:00")), "a Saturday");
        assertEquals(
                "2026-12-28T23:59:59",
                due(rule, aware("2026-11-25T09:00", berlin("2026-12-25", "2026-12-26"))),
                "Christmas on a Friday, then the weekend");
    }

    @Test
    void whatWasMovedSaysWhereItWasBefore() {
        Reckoning reckoning = DeadlineReckoner.reckon(
                Rules.of(Move.REGULATION_1182_71, "1 month from aware"), aware("2026-09-24T09:00"));
        Reckoning.Due due = reckoning.due().orElseThrow();
        assertEquals("2026-10-24T23:59:59", Rules.local(due.unmoved()));
        assertEquals(
                List.of(
                        "1 month from aware: 2026-09-24 is not counted, and 1 month after it is the end of 2026-10-24"
                                + " (Law, 1)",
                        "2026-10-24 is a Saturday: it ends with the next working day, 2026-10-26 (Law, 2)"),
                reckoning.steps().stream().map(Reckoning.Step::text).toList());
        assertTrue(reckoning.assumptions().getFirst().startsWith("public holidays of the place where it is due"));
    }

    @Test
    void aPeriodOfTwoDaysHasTwoWorkingDaysInIt() {
        DeadlineRule rule = Rules.of(Move.REGULATION_1182_71, "2 days from aware");
        assertEquals("2026-11-24T23:59:59", due(rule, aware("2026-11-20T09:00")), "from a Friday");
        assertEquals("2026-11-20T23:59:59", due(rule, aware("2026-11-18T09:00")), "from a Wednesday");
        assertEquals("2026-11-23T23:59:59", due(rule, aware("2026-11-19T09:00")), "from a Thursday");
    }

    @Test
    void withAListOfHolidaysNothingIsAssumedInItsYears() {
        DeadlineRule rule = Rules.of(Move.REGULATION_1182_71, "1 month from aware");
        assertEquals(
                1,
                DeadlineReckoner.reckon(rule, aware("2026-09-24T09:00", berlin("2026-10-03")))
                        .assumptions()
                        .size(),
                "only that the law about periods applies");
        assertTrue(DeadlineReckoner.reckon(rule, aware("2026-12-10T09:00", berlin("2026-10-03")))
                .assumptions()
                .getFirst()
                .startsWith("public holidays of DE-BE in 2027 are not known"));
    }

    @Test
    void theEarliestOfSeveralLimitsCounts() {
        DeadlineStart start = aware("2026-11-18T08:00");
        assertEquals("2026-11-19T08:00", due(INITIAL, start), "not classified yet");
        assertEquals("2026-11-18T14:00", due(INITIAL, start.with(CLASSIFIED, at("2026-11-18T10:00"))));
        assertEquals("2026-11-19T08:00", due(INITIAL, start.with(CLASSIFIED, at("2026-11-19T06:00"))));
        assertEquals("2026-11-19T08:00", due(INITIAL, start.with(CLASSIFIED, at("2026-11-19T08:00"))), "just in time");
    }

    @Test
    void aClassificationAfterTwentyFourHoursLeavesFourHoursFromIt() {
        DeadlineStart start = aware("2026-11-16T08:00").with(CLASSIFIED, at("2026-11-18T10:00"));
        assertEquals("2026-11-18T14:00", due(INITIAL, start));
    }

    @Test
    void whatIsNotKnownYetIsSaid() {
        Reckoning reckoning = DeadlineReckoner.reckon(INITIAL, aware("2026-11-18T08:00"));
        assertTrue(reckoning.assumptions().getFirst().startsWith("classified-as-major is not known yet"));
        assertEquals(
                "24 hours from aware unless classified-as-major is later",
                reckoning.due().orElseThrow().decidedBy().text());
    }

    @Test
    void onlyWhomTheActDoesNotBarMayUseNoonOfTheNextWorkingDay() {
        DeadlineStart friday = aware("2026-11-20T08:00");
        assertEquals("2026-11-23T12:00", due(INITIAL, Rules.with(friday, WeekendRelief.ALLOWED)));
        assertEquals("2026-11-21T08:00", due(INITIAL, Rules.with(friday, WeekendRelief.BARRED)));
        assertEquals("2026-11-21T08:00", due(INITIAL, friday), "nobody said: the earlier end");
    }

    @Test
    void sixtyDaysAfterTheEndOfTheYearMindLeapYears() {
        DeadlineRule rule = Rules.of(Move.NONE, "60 days from the end of the year of aware");
        assertEquals("2027-03-01T23:59:59", due(rule, aware("2026-02-03T09:00")));
        assertEquals("2028-02-29T23:59:59", due(rule, aware("2027-12-31T23:30")));
    }

    @Test
    void theYearIsThatOfTheOrganisation() {
        DeadlineRule rule = Rules.of(Move.NONE, "60 days from the end of the year of aware");
        Instant newYearInBerlin = Instant.parse("2026-12-31T23:30:00Z");
        assertEquals("2028-02-29T23:59:59", due(rule, aware(newYearInBerlin, BERLIN, Holidays.notKnown())));
    }

    @Test
    void anExtensionCountsFromTheSameDay() {
        DeadlineRule rule = Rules.extensible("1 month from aware", "2 months");
        Reckoning reckoning = DeadlineReckoner.reckon(rule, aware("2026-11-30T09:00"), new Lengthening.Statutory());
        assertEquals(
                "2027-03-01T23:59:59", Rules.local(reckoning.due().orElseThrow().at()), "28 February is a Sunday");
    }

    @Test
    void aDecisionSetsTheEnd() {
        Instant end = at("2026-12-24T12:00");
        Reckoning reckoning = DeadlineReckoner.reckon(
                Rules.of(Move.NONE, "1 month from aware"), aware("2026-11-30T09:00"), new Lengthening.Until(end));
        assertEquals(end, reckoning.due().orElseThrow().at());
    }

    @Test
    void whatHasNoNumberHasNoEnd() {
        Reckoning reckoning = DeadlineReckoner.reckon(
                Rules.of(Move.NONE, "without undue delay from aware"), aware("2026-11-30T09:00"));
        assertEquals(Optional.empty(), reckoning.due());
        assertEquals(Optional.empty(), reckoning.problem());
    }

    @Test
    void theOrganisationsOwnPeriodCounts() {
        DeadlineRule rule = Rules.of(Move.NONE, "own period from aware");
        assertEquals(
                Optional.empty(),
                DeadlineReckoner.reckon(rule, aware("2026-11-30T09:00")).due());
        DeadlineStart start = aware("2026-11-30T09:00");
        DeadlineStart quarterly = new DeadlineStart(
                start.starts(), BERLIN, start.holidays(), start.relief(), Optional.of(Period.ofMonths(3)));
        assertEquals("2027-02-28T23:59:59", due(rule, quarterly));
    }

    @Test
    void whatIsMissingOrEndsTooLateIsAProblem() {
        TreeMap<StartEvent, Instant> other = new TreeMap<>();
        other.put(CLASSIFIED, at("2026-11-18T10:00"));
        assertEquals(
                Optional.of("it is not said when this was: aware"),
                DeadlineReckoner.reckon(INITIAL, aware("2026-11-18T08:00").from(other))
                        .problem());
        assertEquals(
                Optional.of("it ends after the year 9999"),
                DeadlineReckoner.reckon(Rules.of(Move.NONE, "1 month from aware"), aware("9999-12-05T08:00"))
                        .problem());
        assertEquals("9999-12-05T23:59:59", due(Rules.of(Move.NONE, "1 month from aware"), aware("9999-11-05T08:00")));
    }

    @ParameterizedTest
    @CsvSource({"P0D", "P-1M", "P101Y", "P36601D"})
    void aPeriodThatIsNoneIsRefused(String period) {
        DeadlineStart start = aware("2026-11-30T09:00");
        assertThrows(
                IllegalArgumentException.class,
                () -> new DeadlineStart(
                        start.starts(), BERLIN, start.holidays(), start.relief(), Optional.of(Period.parse(period))));
    }

    @Test
    void aListOfHolidaysIsBoundedAndNamed() {
        List<LocalDate> many =
                LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2027, 3, 1)).toList();
        assertThrows(IllegalArgumentException.class, () -> Holidays.of("DE", many));
        assertThrows(IllegalArgumentException.class, () -> Holidays.of("DE\n", many.subList(0, 2)));
        assertThrows(IllegalArgumentException.class, () -> Holidays.of("DE", List.of()));
    }

    @Test
    void everyLimitIsSpelledAsItIsRead() {
        for (String text : List.of(
                "1 hour from aware",
                "24 hours from aware unless classified-as-major is later",
                "60 days from the end of the year of discovered",
                "own period from last-review",
                "without undue delay from aware")) {
            assertEquals(text, Limit.parse(text).text());
        }
        for (String text : List.of(
                "1 hours from aware",
                "72 hour from aware",
                "72 hours",
                "aware",
                "own period from the end of the year" + " of aware",
                "72 hours from Aware",
                "")) {
            assertThrows(IllegalArgumentException.class, () -> Limit.parse(text), text);
        }
    }

    @Test
    void theFirstOfTheEventsIsTheStart() {
        DeadlineStart start = aware("2026-11-18T08:00").with(CLASSIFIED, at("2026-11-18T10:00"));
        assertEquals(start.starts().get(AWARE), start.earliest());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
