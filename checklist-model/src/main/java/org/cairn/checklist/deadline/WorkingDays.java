package org.cairn.checklist.deadline;

import java.time.LocalDate;
import java.util.Optional;

/// Counting with working days. Every walk ends, since lists of holidays do.
final class WorkingDays {
    private final Holidays holidays;

    WorkingDays(Holidays holidays) {
        this.holidays = holidays;
    }

    /// The first working day after `day`.
    LocalDate after(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!holidays.isWorking(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /// The working day that is `count` working days after `day`, which itself is not counted.
    LocalDate plus(LocalDate day, int count) {
        LocalDate last = day;
        for (int i = 0; i < count; i++) {
            last = after(last);
        }
        return last;
    }

    /// The second working day after `day`, if it comes after `last`: a period that begins on the day after `day` and
    /// ends with `last` does not have two working days in it.
    Optional<LocalDate> secondAfter(LocalDate day, LocalDate last) {
        return Optional.of(plus(day, 2)).filter(second -> second.isAfter(last));
    }

    boolean isWorking(LocalDate day) {
        return holidays.isWorking(day);
    }
}
