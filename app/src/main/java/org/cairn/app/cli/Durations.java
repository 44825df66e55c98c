package org.cairn.app.cli;

import java.time.Duration;

/// Durations in the largest unit that says enough.
final class Durations {
    private Durations() {}

    static String words(Duration duration) {
        if (duration.compareTo(Duration.ofDays(2)) >= 0) {
            return duration.toDays() + " days";
        }
        if (duration.compareTo(Duration.ofHours(2)) >= 0) {
            return duration.toHours() + " h";
        }
        if (duration.compareTo(Duration.ofMinutes(2)) >= 0) {
            return duration.toMinutes() + " min";
        }
        return duration.compareTo(Duration.ofSeconds(2)) >= 0
                ? duration.toSeconds() + " s"
                : duration.toMillis() + " ms";
    }
}
