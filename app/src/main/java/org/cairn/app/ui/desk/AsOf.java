package org.cairn.app.ui.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/// The two days a person looks at: how it was, and what was known. Empty means now.
/// @param valid the day whose state is shown
/// @param known the day up to whose end entries are taken into account
public record AsOf(Optional<LocalDate> valid, Optional<LocalDate> known) {
    public static final AsOf NOW = new AsOf(Optional.empty(), Optional.empty());

    public boolean now() {
        return valid.isEmpty() && known.isEmpty();
    }

    public Instant validAt(Instant now, ZoneId zone) {
        return endOf(valid, now, zone);
    }

    public Instant knownAt(Instant now, ZoneId zone) {
        return endOf(known, now, zone);
    }

    /// The end of that day, and never later than now.
    private static Instant endOf(Optional<LocalDate> day, Instant now, ZoneId zone) {
        return day.map(date -> date.atTime(LocalTime.MAX).atZone(zone).toInstant())
                .filter(end -> end.isBefore(now))
                .orElse(now);
    }
}
