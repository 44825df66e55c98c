package org.cairn.app.ui.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cairn.app.ui.kit.Mark;
import org.cairn.evidence.RecordedEvidence;

/// How long a piece of evidence still counts.
/// @param limit empty where no check sets one
public record Freshness(Duration age, Optional<Duration> limit) {
    /// The last quarter of its time is announced, so that there is time to collect again.
    private static final int ANNOUNCED_PART = 4;

    public static Freshness of(RecordedEvidence recorded, Library library, Instant asOf) {
        return new Freshness(
                Duration.between(recorded.evidence().observedAt(), asOf),
                library.timeToLive(recorded.evidence().collector()));
    }

    public Mark mark() {
        return limit.map(l -> {
                    if (age.compareTo(l) > 0) {
                        return Mark.LAPSED;
                    }
                    return age.compareTo(l.minus(l.dividedBy(ANNOUNCED_PART))) > 0 ? Mark.LAPSING : Mark.FRESH;
                })
                .orElse(Mark.WITHOUT_LIMIT);
    }
}
