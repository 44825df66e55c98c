package org.cairn.checklist.posture;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Event.EvidenceRecorded;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.RevisionEvent.EvidenceSuperseded;
import org.cairn.evidence.EvidenceId;

/// How far each piece of attached evidence counts on one day. What checks read is not told here: it has a time to live.
public final class EvidenceForces {
    private final Instant validAt;
    private final Map<EvidenceId, Recorded<EvidenceSuperseded>> superseded = new HashMap<>();
    private final Map<EvidenceId, Instant> ends = new HashMap<>();

    EvidenceForces(Instant validAt) {
        this.validAt = validAt;
    }

    /// @param events that were known, in the order of their entries
    public static EvidenceForces of(Iterable<Recorded<? extends Event>> events, Instant validAt) {
        EvidenceForces forces = new EvidenceForces(validAt);
        events.forEach(forces::add);
        return forces;
    }

    void add(Recorded<? extends Event> recorded) {
        recorded.as(EvidenceSuperseded.class)
                .filter(each -> each.validAt(validAt))
                .ifPresent(each -> superseded.merge(each.event().evidence(), each, EvidenceForces::earlier));
        recorded.as(EvidenceRecorded.class)
                .ifPresent(each -> each.validTo()
                        .filter(end -> !end.isAfter(validAt))
                        .ifPresent(end -> ends.put(each.event().id(), end)));
    }

    /// Of several revisions the one that was valid first is named; the piece counts no more by any of them.
    private static Recorded<EvidenceSuperseded> earlier(
            Recorded<EvidenceSuperseded> one, Recorded<EvidenceSuperseded> other) {
        return other.validFrom().isBefore(one.validFrom()) ? other : one;
    }

    /// A revision is named before the end of its period.
    public EvidenceForce of(EvidenceId piece) {
        return Optional.ofNullable(superseded.get(piece))
                .<EvidenceForce>map(
                        each -> new EvidenceForce.Superseded(each.event().by(), each.validFrom()))
                .or(() -> Optional.ofNullable(ends.get(piece)).map(EvidenceForce.Ended::new))
                .orElseGet(EvidenceForce.Counts::new);
    }
}
