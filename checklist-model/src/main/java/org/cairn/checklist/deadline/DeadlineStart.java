package org.cairn.checklist.deadline;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything a computation rests on beside the rule.
/// @param starts    what happened, and when; at least one
/// @param zone      of the organisation that is bound: its days and its noon count
/// @param holidays  where the duty is performed
/// @param relief    whether it may use the next working day, where the act leaves that to some
/// @param ownPeriod that the organisation set, where the law gives no number
public record DeadlineStart(
        SortedMap<StartEvent, Instant> starts,
        ZoneId zone,
        Holidays holidays,
        WeekendRelief relief,
        Optional<Period> ownPeriod) {
    private static final int LONGEST_YEARS = 100;
    private static final int MONTHS = 12;
    private static final int DAYS = 366;

    public DeadlineStart {
        starts = Collections.unmodifiableSortedMap(new TreeMap<>(starts));
        if (starts.isEmpty()) {
            throw new IllegalArgumentException("a deadline starts with at least one event");
        }
        ownPeriod.ifPresent(DeadlineStart::requireUsable);
    }

    private static void requireUsable(Period period) {
        boolean bounded = Math.abs((long) period.getYears()) <= LONGEST_YEARS
                && Math.abs((long) period.getMonths()) <= LONGEST_YEARS * MONTHS
                && Math.abs((long) period.getDays()) <= LONGEST_YEARS * DAYS;
        if (period.isZero() || period.isNegative() || !bounded) {
            throw new IllegalArgumentException(
                    "a period is written like P6M or P1Y, longer than nothing and at most " + LONGEST_YEARS + " years");
        }
    }

    /// With a further event.
    public DeadlineStart with(StartEvent event, Instant at) {
        SortedMap<StartEvent, Instant> more = new TreeMap<>(starts);
        more.put(event, at);
        return new DeadlineStart(more, zone, holidays, relief, ownPeriod);
    }

    /// The same, counted anew from other events.
    public DeadlineStart from(Map<StartEvent, Instant> other) {
        return new DeadlineStart(new TreeMap<>(other), zone, holidays, relief, ownPeriod);
    }

    /// The same, where it is known who may use the next working day.
    public DeadlineStart with(WeekendRelief other) {
        return new DeadlineStart(starts, zone, holidays, other, ownPeriod);
    }

    /// The first of the events.
    public Instant earliest() {
        return Collections.min(starts.values());
    }
}
