package org.cairn.checklist.posture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.EntryPlace;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.ReviewEvent;
import org.cairn.checklist.event.ReviewEvent.RiskAcceptanceEnded;
import org.cairn.checklist.event.ReviewEvent.RiskAccepted;
import org.cairn.checklist.event.RiskId;

/// Which risk acceptances cover a row on a day: from when they are valid up to their last day, or until they were
/// ended. Every log accepts its own risks; whoever ends one, in whichever log, ends it, since a cover that is gone
/// never
/// makes anything look better.
final class RiskCovers {
    private final Instant validAt;
    private final Map<Place, Accepted> accepted = new HashMap<>();
    private final Set<RiskId> ended = new HashSet<>();

    /// An id means one risk in one log.
    private record Place(String origin, RiskId id) {}

    private record Accepted(EntryPlace place, Recorded<RiskAccepted> risk) {}

    RiskCovers(Instant validAt) {
        this.validAt = validAt;
    }

    /// In the order of entries.
    /// @param place of the event
    void add(Recorded<? extends ReviewEvent> recorded, EntryPlace place) {
        if (recorded.validFrom().isAfter(validAt)) {
            return;
        }
        recorded.as(RiskAccepted.class)
                .ifPresent(risk -> accepted.putIfAbsent(
                        new Place(place.origin(), risk.event().id()), new Accepted(place, risk)));
        recorded.as(RiskAcceptanceEnded.class)
                .ifPresent(end -> ended.add(end.event().id()));
    }

    /// The one that lasts longest; of those the first, by the place of its entry.
    Optional<RiskCover> of(Subject subject) {
        LocalDate day = LocalDate.ofInstant(validAt, ZoneOffset.UTC);
        return accepted.values().stream()
                .filter(each -> each.risk.event().subjects().contains(subject))
                .filter(each -> !ended.contains(each.risk.event().id()))
                .filter(each -> !each.risk.event().until().isBefore(day))
                .min(Comparator.comparing((Accepted each) -> each.risk.event().until())
                        .reversed()
                        .thenComparing(Accepted::place))
                .map(Accepted::risk)
                .map(risk -> new RiskCover(risk.event().id(), risk.event().until(), risk.entry()));
    }
}
