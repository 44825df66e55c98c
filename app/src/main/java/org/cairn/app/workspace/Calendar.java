package org.cairn.app.workspace;

import java.time.LocalDate;
import java.util.List;
import org.cairn.checklist.calendar.CalendarEntry;
import org.cairn.checklist.deadline.DeadlineRule;

/// What lies between two days, for one workspace.
/// @param origin       name of the log
/// @param asOf         the two times that decided what counts
/// @param roles        of the organisation; none: nobody said, and nothing was left out for that
/// @param entries      by day
/// @param othersOfLaw  days of law that bind none of its roles, within and outside the days asked for
/// @param withoutClock recurring duties of its roles for which no clock runs
public record Calendar(
        String origin,
        TwoTimes asOf,
        LocalDate from,
        LocalDate to,
        List<String> roles,
        List<CalendarEntry> entries,
        int othersOfLaw,
        List<DeadlineRule> withoutClock) {
    public Calendar {
        roles = List.copyOf(roles);
        entries = List.copyOf(entries);
        withoutClock = List.copyOf(withoutClock);
    }
}
