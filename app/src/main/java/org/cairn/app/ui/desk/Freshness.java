package org.cairn.app.ui.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.workspace.EvidenceByHand;
import org.cairn.evidence.RecordedEvidence;

/// How long a piece of evidence still counts.
/// @param limit as a check or a person sets it; empty where nobody does
public record Freshness(Duration age, Optional<Duration> limit) {
    /// The last quarter of its time is announced, so that there is time to collect again.
    private static final int ANNOUNCED_PART = 4;

    public static Freshness of(RecordedEvidence recorded, Library library, Instant asOf) {
        return new Freshness(
                Duration.between(recorded.evidence().observedAt(), asOf),
                library.timeToLive(recorded.evidence().collector()).or(() -> handedInFor(recorded)));
    }

    /// From the day it shows to the end of the last day that a person named.
    private static Optional<Duration> handedInFor(RecordedEvidence recorded) {
        return recorded.evidence()
                .fact(EvidenceByHand.EXPIRES)
                .filter(_ -> recorded.evidence().collector().equals(EvidenceByHand.COLLECTOR))
                .map(day -> Duration.between(
                        recorded.evidence().observedAt(),
                        LocalDate.parse(day)
                                .plusDays(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()));
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
