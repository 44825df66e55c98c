package org.cairn.app.ui.posture;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// The days that a trend shows.
final class TrendDays {
    /// As many columns as half a page has room for.
    static final int MOST = 12;

    private TrendDays() {}

    /// Every day where they are few; otherwise the last and as many before it as there is room for, evenly spread from
    /// the first. Each step is twice another one, so that up to another day many are the same, which need not be
    /// calculated again.
    static List<LocalDate> between(LocalDate first, LocalDate last) {
        long span = Math.max(0, ChronoUnit.DAYS.between(first, last));
        long step = 1;
        while (Math.ceilDiv(span, step) >= MOST) {
            step *= 2;
        }
        List<LocalDate> days = new ArrayList<>();
        for (long day = 0; day < span; day += step) {
            days.add(first.plusDays(day));
        }
        days.add(last);
        return List.copyOf(days);
    }
}
