package org.cairn.checklist.posture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cairn.checklist.Gap;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.evidence.Refusal;

/// The newest evidence of a collector from every host, so that what one host shows never hides another.
final class NewestEvidence {
    /// @param newest    one piece a host, the latest observation first
    /// @param unopened  the newest piece of all, where it cannot be opened: nobody can tell which host it is of
    record Reading(List<RecordedEvidence> newest, Optional<Gap> unopened) {
        Reading {
            newest = List.copyOf(newest);
        }

        boolean seen() {
            return !newest.isEmpty() || unopened.isPresent();
        }
    }

    private final Known known;
    private final Function<EvidenceId, Optional<RecordedEvidence>> open;
    private final Map<CollectorId, Reading> readings = new HashMap<>();

    NewestEvidence(Known known, Function<EvidenceId, Optional<RecordedEvidence>> open) {
        this.known = known;
        this.open = open;
    }

    Reading of(CollectorId collector) {
        return readings.computeIfAbsent(collector, this::read);
    }

    private Reading read(CollectorId collector) {
        List<RecordedEvidence> newest = new ArrayList<>();
        Set<String> hosts = new HashSet<>();
        Optional<Gap> unopened = Optional.empty();
        for (Recorded<Event.EvidenceRecorded> recorded : known.evidence(collector)) {
            Optional<RecordedEvidence> opened = open.apply(recorded.event().id());
            if (opened.isEmpty() && newest.isEmpty() && unopened.isEmpty()) {
                unopened = Optional.of(unopened(recorded));
            }
            opened.filter(each -> hosts.add(each.evidence().host())).ifPresent(newest::add);
        }
        return new Reading(newest, unopened);
    }

    private static Gap unopened(Recorded<Event.EvidenceRecorded> recorded) {
        return new Gap.Unreadable(new Refusal(
                "evidence " + recorded.event().id().shortForm(),
                Refusal.Why.ABSENT,
                "entry " + recorded.entry()
                        + " records it and its payload cannot be opened: erased, or not in this folder"));
    }
}
