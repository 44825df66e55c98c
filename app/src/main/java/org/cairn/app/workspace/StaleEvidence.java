package org.cairn.app.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.cairn.checklist.check.CheckCatalogue;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.evidence.RecordedEvidence;

/// When evidence stops to count.
final class StaleEvidence {
    private StaleEvidence() {}

    /// When the first check that reads it calls it stale; empty where none reads it.
    static Optional<Instant> from(CheckCatalogue checks, RecordedEvidence piece) {
        return checks.checks().stream()
                .filter(check -> check.reads().equals(piece.evidence().collector()))
                .map(CheckDefinition::timeToLive)
                .min(Comparator.<Duration>naturalOrder())
                .map(limit -> piece.evidence().observedAt().plus(limit));
    }
}
