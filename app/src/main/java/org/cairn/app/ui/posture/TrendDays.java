package org.cairn.app.ui.posture;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The days that a trend shows.
final class TrendDays {
    /// As many columns as half a page has room for.
    static final int MOST = 12;

    private TrendDays() {}

    /// Every day where they are few; otherwise as many as there is room for, evenly spread. Both ends are among them.
    static List<LocalDate> between(LocalDate first, LocalDate last) {
        long span = Math.max(0, ChronoUnit.DAYS.between(first, last));
        long steps = Math.min(span, MOST - 1);
        Set<LocalDate> days = new LinkedHashSet<>();
        for (long step = 0; step < steps; step++) {
            days.add(last.minusDays(span - span * step / steps));
        }
        days.add(last);
        return List.copyOf(days);
    }
}
