package org.cairn.collectors.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// When a report says it was made.
/// @param zoned whether the report says in which zone; where it does not, its local time is taken as UTC
public record ScanTime(Instant at, boolean zoned) {
    /// RFC 3339 with or without an offset, also with a blank for the `T`. Empty for anything else.
    public static Optional<ScanTime> parse(String text) {
        String iso = text.strip().replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T");
        try {
            return Optional.of(new ScanTime(OffsetDateTime.parse(iso).toInstant(), true));
        } catch (DateTimeException _) {
            return local(iso);
        }
    }

    public static Optional<ScanTime> ofEpochMillis(long millis) {
        try {
            return Optional.of(new ScanTime(Instant.ofEpochMilli(millis), true));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<ScanTime> local(String iso) {
        try {
            return Optional.of(new ScanTime(LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC), false));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
