package org.cairn.checklist.deadline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// Days and moments of one zone, and how they are told.
final class DeadlineDays {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final int NOON = 12;

    private final ZoneId zone;

    DeadlineDays(ZoneId zone) {
        this.zone = zone;
    }

    LocalDate of(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    LocalDate lastOfYear(Instant at) {
        return LocalDate.of(of(at).getYear(), Month.DECEMBER, 31);
    }

    /// The last whole second of a day: one before midnight, so that a reader sees the day that is meant.
    Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
    }

    Instant noonOf(LocalDate day) {
        return day.atTime(NOON, 0).atZone(zone).toInstant();
    }

    String words(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        return MOMENT.format(local.truncatedTo(ChronoUnit.SECONDS)) + " " + zone + " (UTC" + local.getOffset() + ")";
    }

    String whyNotWorking(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday == DayOfWeek.SATURDAY
                ? "a Saturday"
                : weekday == DayOfWeek.SUNDAY ? "a Sunday" : "a public holiday";
    }
}
