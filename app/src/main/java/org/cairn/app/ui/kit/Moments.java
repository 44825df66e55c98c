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
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    public String day(LocalDate day) {
        return form("moment.day").format(day);
    }

    public String minute(Instant moment) {
        return form("moment.minute").format(moment.atZone(zone));
    }

    /// For columns: sorts as it reads.
    public String second(Instant moment) {
        return SECOND.format(moment.atZone(zone));
    }

    private DateTimeFormatter form(String key) {
        return DateTimeFormatter.ofPattern(texts.text(key), texts.locale());
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
