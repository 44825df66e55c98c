package org.cairn.reports.pack;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether a piece of evidence still counts.
public enum Freshness {
    FRESH,
    LAPSING,
    LAPSED,
    WITHOUT_LIMIT;

    /// The last quarter of its time is announced, so that there is time to collect again.
    private static final int ANNOUNCED_PART = 4;

    public static Freshness of(EvidenceSheet sheet, Instant at) {
        Optional<Instant> end = sheet.staleFrom();
        if (end.isEmpty()) {
            return WITHOUT_LIMIT;
        }
        if (!end.get().isAfter(at)) {
            return LAPSED;
        }
        Duration whole = Duration.between(sheet.recorded().evidence().observedAt(), end.get());
        return end.get().minus(whole.dividedBy(ANNOUNCED_PART)).isAfter(at) ? FRESH : LAPSING;
    }
}
