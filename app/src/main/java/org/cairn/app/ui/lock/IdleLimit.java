package org.cairn.app.ui.lock;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// After how long without a key or the mouse the workspace locks itself.
public enum IdleLimit {
    OFF(0),
    FIVE(5),
    FIFTEEN(15),
    THIRTY(30),
    SIXTY(60);

    /// NIST SP 800-63B-4 section 2.2.3 asks for an end of inactive sessions at one hour at the latest; 15 minutes is
    /// what
    /// PCI DSS 4.0 asks for (8.2.8).
    public static final IdleLimit USUAL = FIFTEEN;

    private final int minutes;

    IdleLimit(int minutes) {
        this.minutes = minutes;
    }

    /// 0 for never.
    public int minutes() {
        return minutes;
    }

    /// Empty for never.
    public Optional<Duration> duration() {
        return this == OFF ? Optional.empty() : Optional.of(Duration.ofMinutes(minutes));
    }

    /// @param minutes as [#minutes()] gave them; anything else is the usual limit
    public static IdleLimit ofMinutes(String minutes) {
        return Arrays.stream(values())
                .filter(limit -> Integer.toString(limit.minutes).equals(minutes.strip()))
                .findFirst()
                .orElse(USUAL);
    }
}
