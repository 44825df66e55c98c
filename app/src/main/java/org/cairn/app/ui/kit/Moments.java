package org.cairn.app.ui.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as people read them.
/// @param zone the zone of the person at the screen; records hold UTC
public record Moments(ZoneId zone, Texts texts) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    public String day(LocalDate day) {
        return DAY.format(day);
    }

    public String minute(Instant moment) {
        return MINUTE.format(moment.atZone(zone));
    }

    /// For columns: sorts as it reads.
    public String second(Instant moment) {
        return SECOND.format(moment.atZone(zone));
    }

    /// In the largest unit that is not zero, e.g. `3 h`.
    public String span(Duration span) {
        if (span.toDays() > 0) {
            return texts.text("span.days", span.toDays());
        }
        if (span.toHours() > 0) {
            return texts.text("span.hours", span.toHours());
        }
        if (span.toMinutes() > 0) {
            return texts.text("span.minutes", span.toMinutes());
        }
        return texts.text("span.now");
    }
}
