package org.cairn.app.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// A time as typed: an instant, or a day.
final class When {
    private When() {}

    /// A day means its end in UTC, so that everything of that day counts; today means now.
    static Instant parse(String text, Instant now) throws Refused {
        try {
            return text.contains("T") ? Instant.parse(text) : endOf(LocalDate.parse(text), now);
        } catch (DateTimeParseException _) {
            throw new Refused("'" + text + "' is no time: write a day like 2026-03-31, or an instant in UTC like"
                    + " 2026-03-31T17:00:00Z");
        }
    }

    /// Empty where nothing was typed.
    static Optional<Instant> optional(Optional<String> text, Instant now) throws Refused {
        return text.isPresent() ? Optional.of(parse(text.get(), now)) : Optional.empty();
    }

    static LocalDate day(String text) throws Refused {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw new Refused("'" + text + "' is no day: write it like 2026-03-31");
        }
    }

    private static Instant endOf(LocalDate day, Instant now) {
        Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1);
        return day.equals(LocalDate.ofInstant(now, ZoneOffset.UTC)) ? now : end;
    }
}
