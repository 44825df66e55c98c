package org.cairn.app.ui.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.cairn.app.workspace.AsOf;
import org.cairn.app.workspace.KnownAt;

/// What a person chose to look at: how it was on a day, and what was known.
/// @param valid the day whose state is shown; empty means now
public record LookedAt(Optional<LocalDate> valid, Known known) {
    public static final LookedAt NOW = new LookedAt(Optional.empty(), new Known.Everything());

    /// What is taken into account.
    public sealed interface Known {
        record Everything() implements Known {}

        /// What was recorded by the end of that day.
        record Day(LocalDate day) implements Known {}

        /// The entries up to this one, whatever the clocks claimed.
        record Entry(long number) implements Known {}
    }

    public boolean now() {
        return equals(NOW);
    }

    /// @param zone a day ends where the person at the screen is
    public AsOf asked(Instant now, ZoneId zone) {
        KnownAt counts = switch (known) {
            case Known.Everything _ -> new KnownAt.Now();
            case Known.Day(LocalDate day) -> new KnownAt.At(endOf(day, now, zone));
            case Known.Entry(long number) -> new KnownAt.Through(number);
        };
        return new AsOf(valid.map(day -> endOf(day, now, zone)), counts);
    }

    /// The end of that day, and never later than now.
    private static Instant endOf(LocalDate day, Instant now, ZoneId zone) {
        Instant end = day.atTime(LocalTime.MAX).atZone(zone).toInstant();
        return end.isBefore(now) ? end : now;
    }
}
