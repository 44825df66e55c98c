package org.cairn.reports.pack;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.calendar.Bearing;
import org.cairn.checklist.calendar.CalendarEntry;

/// What is overdue and what lies ahead for the scope, at the pack's two times.
/// @param from    the first day that is shown, in UTC
/// @param to      the last
/// @param overdue whichever day it was due
/// @param untimed recurring duties for which nobody started a clock
/// @param leftOut days of law that are out of scope
public record Dates(
        LocalDate from, LocalDate to, List<Line> overdue, List<Line> coming, List<Untimed> untimed, int leftOut) {
    public Dates {
        overdue = List.copyOf(overdue);
        coming = List.copyOf(coming);
        untimed = List.copyOf(untimed);
    }

    /// Where there is nothing to show.
    public static Dates none(LocalDate day) {
        return new Dates(day, day, List.of(), List.of(), List.of(), 0);
    }

    /// @param at       where it is more than a day
    /// @param what     in words of the pack's language
    /// @param citation of the rule or the law; empty for what people recorded
    /// @param entry    that it rests on; empty for law
    public record Line(
            LocalDate day,
            Optional<Instant> at,
            CalendarEntry.Kind kind,
            String what,
            String citation,
            Bearing bearing,
            Optional<Long> entry) {}

    /// @param limits as the rule gives them
    public record Untimed(String what, String limits, String citation, Bearing bearing) {}
}
