package org.cairn.checklist.posture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.ReviewEvent;
import org.cairn.checklist.event.ReviewEvent.RiskAcceptanceEnded;
import org.cairn.checklist.event.ReviewEvent.RiskAccepted;
import org.cairn.checklist.event.RiskId;

/// Which risk acceptances cover a row on a day: from when they are valid up to their last day, or until they were
/// ended.
final class RiskCovers {
    private final Instant validAt;
    private final Map<RiskId, Recorded<RiskAccepted>> accepted = new LinkedHashMap<>();
    private final Set<RiskId> ended = new HashSet<>();

    RiskCovers(Instant validAt) {
        this.validAt = validAt;
    }

    void add(Recorded<? extends ReviewEvent> recorded) {
        if (recorded.validFrom().isAfter(validAt)) {
            return;
        }
        recorded.as(RiskAccepted.class)
                .ifPresent(risk -> accepted.putIfAbsent(risk.event().id(), risk));
        recorded.as(RiskAcceptanceEnded.class)
                .ifPresent(end -> ended.add(end.event().id()));
    }

    /// The one that lasts longest.
    Optional<RiskCover> of(Subject subject) {
        LocalDate day = LocalDate.ofInstant(validAt, ZoneOffset.UTC);
        return accepted.values().stream()
                .filter(risk -> risk.event().subjects().contains(subject))
                .filter(risk -> !ended.contains(risk.event().id()))
                .filter(risk -> !risk.event().until().isBefore(day))
                .max(Comparator.comparing(
                                (Recorded<RiskAccepted> risk) -> risk.event().until())
                        .thenComparing(Comparator.comparingLong((Recorded<RiskAccepted> risk) -> risk.entry())
                                .reversed()))
                .map(risk -> new RiskCover(risk.event().id(), risk.event().until(), risk.entry()));
    }
}
