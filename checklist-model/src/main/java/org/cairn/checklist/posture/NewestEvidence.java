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
    /// @param newest   one piece a host, the latest observation first
    /// @param unopened the newest piece that cannot be opened, if it is newer than what some host last showed.
    ///                 Nobody can tell which host it is of, so it may be newer than what is judged here
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
        Optional<Gap> newestUnopened = Optional.empty();
        boolean mayBeNewer = false;
        for (Recorded<Event.EvidenceRecorded> recorded : known.evidence(collector)) {
            Optional<RecordedEvidence> opened =
                    known.erasure(recorded.event().id()).isPresent()
                            ? Optional.empty()
                            : open.apply(recorded.event().id());
            if (opened.isEmpty()) {
                newestUnopened = newestUnopened.isPresent() ? newestUnopened : Optional.of(unopened(recorded));
            } else if (hosts.add(opened.get().evidence().host())) {
                newest.add(opened.get());
                mayBeNewer = newestUnopened.isPresent();
            }
        }
        return new Reading(newest, newest.isEmpty() || mayBeNewer ? newestUnopened : Optional.empty());
    }

    private Gap unopened(Recorded<Event.EvidenceRecorded> recorded) {
        Optional<Long> erasure = known.erasure(recorded.event().id());
        if (erasure.isPresent()) {
            return new Gap.Erased(recorded.event().id(), erasure.get());
        }
        return new Gap.Unreadable(new Refusal(
                "evidence " + recorded.event().id().shortForm(),
                Refusal.Why.ABSENT,
                "entry " + recorded.entry()
                        + " records it and its payload cannot be opened: erased, or not in this folder"));
    }
}
