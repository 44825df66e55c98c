package org.cairn.checklist.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// Instants as RFC 3339 writes them in UTC, e.g. `2026-11-21T04:30:00.500Z`: four-digit years only.
final class Instants {
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999999999Z");

    /// All but decimals and `Z`; `0` stands for a digit.
    private static final String SECONDS = "0000-00-00T00:00:00";

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
        Optional<Instant> usual = usual(text);
        return usual.isPresent() ? usual.get() : any(text);
    }

    /// A ledger has a few hundred thousand of them: those spelled as [#text] spells them are read without the formatter
    /// of all forms. Empty for what is left to it.
    private static Optional<Instant> usual(String text) {
        int decimals = Math.max(0, text.length() - SECONDS.length() - 2);
        if (!isSpelled(text, decimals)) {
            return Optional.empty();
        }
        int month = number(text, 5, 2);
        int day = number(text, 8, 2);
        int hour = number(text, 11, 2);
        int minute = number(text, 14, 2);
        int second = number(text, 17, 2);
        int fraction = number(text, SECONDS.length() + 1, decimals);
        boolean everyMonthHasIt = month >= 1 && month <= 12 && day >= 1 && day <= 28;
        boolean shortest = decimals == 0 || fraction % 1000 != 0;
        if (!everyMonthHasIt || !shortest || hour > 23 || minute > 59 || second > 59) {
            return Optional.empty();
        }
        int nanos = switch (decimals) {
            case 3 -> fraction * 1_000_000;
            case 6 -> fraction * 1_000;
            default -> fraction;
        };
        return Optional.of(LocalDateTime.of(number(text, 0, 4), month, day, hour, minute, second, nanos)
                .toInstant(ZoneOffset.UTC));
    }

    private static boolean isSpelled(String text, int decimals) {
        int length = SECONDS.length() + (decimals == 0 ? 1 : decimals + 2);
        boolean inThrees = decimals <= 9 && decimals % 3 == 0;
        if (text.length() != length
                || !inThrees
                || text.charAt(text.length() - 1) != 'Z'
                || decimals > 0 && text.charAt(SECONDS.length()) != '.') {
            return false;
        }
        for (int at = 0; at < SECONDS.length(); at++) {
            boolean digit = SECONDS.charAt(at) == '0';
            if (digit ? !isDigit(text.charAt(at)) : text.charAt(at) != SECONDS.charAt(at)) {
                return false;
            }
        }
        for (int at = SECONDS.length() + 1; at < text.length() - 1; at++) {
            if (!isDigit(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int number(String text, int at, int digits) {
        int number = 0;
        for (int i = at; i < at + digits; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static Instant any(String text) {
        Instant instant = Instant.parse(text);
        if (!hasFourDigitYear(instant) || !instant.toString().equals(text)) {
            throw new DateTimeException("'" + text + "' is not spelled as 2026-11-21T04:30:00.500Z is");
        }
        return instant;
    }
}
