package org.cairn.checklist.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.cairn.checklist.deadline.Amount.Unit;
import org.cairn.checklist.deadline.WeekendRule.Move;

/// Held against counting on fingers: one hour after another, one day after another.
class DeadlineProperties {
    /// A start somewhere in twenty years, in zones with every kind of clock, and some holidays.
    @Provide
    Arbitrary<DeadlineStart> starts() {
        long first = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();
        Arbitrary<Instant> instants =
                Arbitraries.longs().between(first, first + 20L * 366 * 86_400).map(Instant::ofEpochSecond);
        Arbitrary<ZoneId> zones = Arbitraries.of(
                        "Europe/Berlin",
                        "America/New_York",
                        "Australia/Lord_Howe",
                        "Pacific/Apia",
                        "Asia/Kathmandu",
                        "America/Sao_Paulo",
                        "UTC")
                .map(ZoneId::of);
        Arbitrary<Integer> offsets = Arbitraries.integers().between(0, 7_000);
        Arbitrary<Holidays> holidays = offsets.set()
                .ofMaxSize(300)
                .map(days -> days.isEmpty()
                        ? Holidays.notKnown()
                        : Holidays.of(
                                "XX",
                                days.stream()
                                        .map(day -> LocalDate.of(2020, 1, 1).plusDays(day))
                                        .toList()));
        return Combinators.combine(instants, zones, holidays).as(Rules::aware);
    }

    @Property(tries = 500)
    void hoursAreCountedOneByOne(
            @ForAll("starts") DeadlineStart start, @ForAll @IntRange(min = 1, max = 200) int hours) {
        Instant expected = start.earliest();
        for (int i = 0; i < hours; i++) {
            expected = expected.plusSeconds(3_600);
        }
        assertEquals(
                expected, end(start, Move.NONE, new Amount(hours, Unit.HOUR)).at());
    }

    @Property(tries = 1000)
    void daysAreCountedOneByOne(
            @ForAll("starts") DeadlineStart start,
            @ForAll @IntRange(min = 1, max = 120) int count,
            @ForAll Unit unit,
            @ForAll Move move) {
        if (unit == Unit.HOUR || move == Move.NOON_OF_NEXT_WORKING_DAY) {
            return;
        }
        LocalDate last = onFingers(start, count, unit);
        LocalDate day = day(start);
        if (move == Move.REGULATION_1182_71) {
            boolean twoDays = day.plusDays(1).isBefore(last);
            while (!working(start, last) || (twoDays && workingDays(start, day, last) < 2)) {
                last = last.plusDays(1);
            }
        }
        assertEquals(
                last, lastDay(start, end(start, move, new Amount(count, unit)).at()));
    }

    /// Without the moving of months: the oracle walks to the same date of the month, or the last one before.
    private static LocalDate onFingers(DeadlineStart start, int count, Unit unit) {
        LocalDate first = day(start);
        LocalDate last = first;
        int counted = 0;
        while (counted < count) {
            last = last.plusDays(1);
            boolean counts = switch (unit) {
                case HOUR -> throw new IllegalArgumentException();
                case DAY -> true;
                case WORKING_DAY -> working(start, last);
                case WEEK -> last.getDayOfWeek() == first.getDayOfWeek();
                case MONTH -> sameDate(first, last);
                case YEAR -> last.getMonth() == first.getMonth() && sameDate(first, last);
            };
            counted += counts ? 1 : 0;
        }
        return last;
    }

    private static boolean sameDate(LocalDate first, LocalDate day) {
        boolean lastOfMonth = day.plusDays(1).getDayOfMonth() == 1;
        return day.getDayOfMonth() == first.getDayOfMonth()
                || (lastOfMonth && day.getDayOfMonth() < first.getDayOfMonth());
    }

    @Property(tries = 500)
    void moreIsNeverEarlier(
            @ForAll("starts") DeadlineStart start,
            @ForAll @IntRange(min = 1, max = 60) int count,
            @ForAll Unit unit,
            @ForAll Move move) {
        Instant end = end(start, move, new Amount(count, unit)).at();
        assertFalse(end(start, move, new Amount(count + 1, unit)).at().isBefore(end));
        assertTrue(end.isAfter(start.earliest().minusSeconds(1)));
    }

    @Property(tries = 500)
    void movingNeverMakesItEarlierAndTheEarlierEndIsKept(
            @ForAll("starts") DeadlineStart start,
            @ForAll @IntRange(min = 1, max = 60) int count,
            @ForAll Unit unit,
            @ForAll Move move,
            @ForAll WeekendRelief relief) {
        Amount amount = new Amount(count, unit);
        Reckoning.Due due = end(Rules.with(start, relief), move, amount);
        assertFalse(due.at().isBefore(due.unmoved()));
        assertEquals(end(start, Move.NONE, amount).at(), due.unmoved());
    }

    /// Who knows a holiday less never computes a later end.
    @Property(tries = 500)
    void fewerKnownHolidaysNeverGiveALaterEnd(
            @ForAll("starts") DeadlineStart start,
            @ForAll @IntRange(min = 1, max = 60) int count,
            @ForAll Unit unit,
            @ForAll Move move) {
        DeadlineStart ignorant = new DeadlineStart(
                start.starts(), start.zone(), Holidays.notKnown(), WeekendRelief.ALLOWED, Optional.empty());
        Amount amount = new Amount(count, unit);
        Instant known =
                end(Rules.with(start, WeekendRelief.ALLOWED), move, amount).at();
        assertFalse(end(ignorant, move, amount).at().isAfter(known) && move != Move.NOON_OF_NEXT_WORKING_DAY);
    }

    @Property(tries = 300)
    void theEarliestOfTwoLimitsCounts(
            @ForAll("starts") DeadlineStart start,
            @ForAll @IntRange(min = 1, max = 90) int days,
            @ForAll @IntRange(min = 1, max = 900) int hours,
            @ForAll @IntRange(min = 0, max = 900) int later) {
        DeadlineStart both = start.with(Rules.CLASSIFIED, start.earliest().plusSeconds(later * 3_600L));
        DeadlineRule rule = Rules.of(
                Move.NONE,
                new Amount(hours, Unit.HOUR) + " from classified-as-major",
                new Amount(days, Unit.DAY) + " from aware");
        Instant first = start.earliest().plusSeconds((later + hours) * 3_600L);
        Instant second = end(start, Move.NONE, new Amount(days, Unit.DAY)).at();
        assertEquals(
                first.isBefore(second) ? first : second,
                DeadlineReckoner.reckon(rule, both).due().orElseThrow().at());
    }

    @Property(tries = 300)
    void ownPeriodsAreCalendarPeriods(
            @ForAll("starts") DeadlineStart start, @ForAll @IntRange(min = 1, max = 60) int months) {
        DeadlineStart own = new DeadlineStart(
                start.starts(), start.zone(), start.holidays(), start.relief(), Optional.of(Period.ofMonths(months)));
        Instant end = DeadlineReckoner.reckon(Rules.of(Move.NONE, "own period from aware"), own)
                .due()
                .orElseThrow()
                .at();
        assertEquals(onFingers(start, months, Unit.MONTH), lastDay(start, end));
    }

    private static Reckoning.Due end(DeadlineStart start, Move move, Amount amount) {
        return DeadlineReckoner.reckon(Rules.of(move, amount + " from aware"), start)
                .due()
                .orElseThrow();
    }

    private static LocalDate day(DeadlineStart start) {
        return start.earliest().atZone(start.zone()).toLocalDate();
    }

    /// Of an end that is the last second of a day.
    private static LocalDate lastDay(DeadlineStart start, Instant end) {
        LocalDate last = end.atZone(start.zone()).toLocalDate();
        assertEquals(last.plusDays(1), end.plusSeconds(1).atZone(start.zone()).toLocalDate());
        return last;
    }

    private static boolean working(DeadlineStart start, LocalDate day) {
        Set<LocalDate> free = new HashSet<>(start.holidays().days());
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !free.contains(day);
    }

    private static int workingDays(DeadlineStart start, LocalDate after, LocalDate last) {
        int count = 0;
        for (LocalDate day = after.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            count += working(start, day) ? 1 : 0;
        }
        return count;
    }
}
