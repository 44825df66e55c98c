package org.cairn.app.workspace;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.calendar.Bearing;
import org.cairn.checklist.calendar.CalendarEntry;
import org.cairn.checklist.calendar.Duty;

/// What lies between two days, for one workspace.
/// @param origin       name of the log
/// @param asOf         the two times that decided what counts
/// @param overdue      what should have been done before the first of the two times, whichever days were asked for
/// @param entries      by day
/// @param othersOfLaw  days of law that are out of scope, by framework, within and outside the days asked for
/// @param withoutClock recurring duties of its scope for which no clock runs
public record Calendar(
        String origin,
        TwoTimes asOf,
        LocalDate from,
        LocalDate to,
        List<CalendarEntry> overdue,
        List<CalendarEntry> entries,
        Map<FrameworkId, Integer> othersOfLaw,
        List<Duty> withoutClock) {
    public Calendar {
        overdue = List.copyOf(overdue);
        entries = List.copyOf(entries);
        othersOfLaw = Map.copyOf(othersOfLaw);
        withoutClock = List.copyOf(withoutClock);
    }

    /// Days of law that are out of scope.
    public int leftOut() {
        return othersOfLaw.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Of one framework.
    public int leftOut(FrameworkId framework) {
        return othersOfLaw.getOrDefault(framework, 0);
    }

    /// How many of the days that are shown wait for a fact of scope.
    public long unscoped() {
        return entries.stream()
                .filter(entry -> entry.bearing() == Bearing.UNSCOPED)
                .count();
    }
}
