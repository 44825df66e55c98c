package org.cairn.checklist.codec;

import java.time.DateTimeException;
import java.time.Instant;

/// Instants as RFC 3339 writes them in UTC, e.g. `2026-11-21T04:30:00.5Z`: four-digit years only.
final class Instants {
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Instants() {}

    static boolean hasFourDigitYear(Instant instant) {
        return !instant.isBefore(FIRST) && !instant.isAfter(END);
    }

    /// Requires a year from 0 to 9999.
    static String text(Instant instant) {
        if (!hasFourDigitYear(instant)) {
            throw new IllegalArgumentException(instant + " has no four-digit year");
        }
        return instant.toString();
    }

    /// @throws DateTimeException for anything but what [#text] writes
    static Instant parse(String text) {
        Instant instant = Instant.parse(text);
        if (!hasFourDigitYear(instant) || !instant.toString().equals(text)) {
            throw new DateTimeException("'" + text + "' is not spelled as 2026-11-21T04:30:00.5Z is");
        }
        return instant;
    }
}
