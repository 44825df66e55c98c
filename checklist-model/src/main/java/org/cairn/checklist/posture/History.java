package org.cairn.checklist.posture;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cairn.checklist.event.ErasureEvent.Destruction;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.Bytes;

/// What the ledger holds.
/// @param events   in the order of their entries
/// @param evidence the evidence an [org.cairn.checklist.event.Event.EvidenceRecorded] points to; empty if it was erased
///                 or cannot be opened
/// @param erasures the entry that erased a piece of evidence, also one that comes after `events`: what is gone is gone
///                 for every day asked
/// @param texts    what lies in an encrypted payload that an event points to; empty where it cannot be opened
public record History(
        List<Recorded<? extends Event>> events,
        Function<EvidenceId, Optional<RecordedEvidence>> evidence,
        Function<EvidenceId, Optional<Long>> erasures,
        Function<PayloadRef, Optional<Bytes>> texts) {
    /// Of which nothing is erased but what the events themselves say.
    public History(List<Recorded<? extends Event>> events, Function<EvidenceId, Optional<RecordedEvidence>> evidence) {
        this(events, evidence, erasuresAmong(events), _ -> Optional.empty());
    }

    /// This, with what lies in payloads.
    public History withTexts(Function<PayloadRef, Optional<Bytes>> read) {
        return new History(events, evidence, erasures, read);
    }

    private static Function<EvidenceId, Optional<Long>> erasuresAmong(List<Recorded<? extends Event>> events) {
        Map<EvidenceId, Long> erased = new HashMap<>();
        for (Recorded<? extends Event> recorded : events) {
            recorded.as(Destruction.class)
                    .ifPresent(each ->
                            each.event().destroyed().ifPresent(evidence -> erased.putIfAbsent(evidence, each.entry())));
        }
        return id -> Optional.ofNullable(erased.get(id));
    }

    /// The name of the log that this is the history of; `this log` where its founding is not part of it.
    String origin() {
        return events.stream()
                .filter(recorded -> recorded.importedFrom().isEmpty())
                .flatMap(recorded -> recorded.as(Event.WorkspaceFounded.class).stream())
                .map(founded -> founded.event().origin())
                .findFirst()
                .orElse("this log");
    }

    public History {
        events = List.copyOf(events);
        for (int i = 1; i < events.size(); i++) {
            if (events.get(i - 1).entry() >= events.get(i).entry()) {
                throw new IllegalArgumentException("entry " + events.get(i).entry() + " after entry "
                        + events.get(i - 1).entry());
            }
        }
    }

    /// Of this, what was known at an instant: all before the first entry that claims a later time. What is recorded
    /// afterwards never changes it, even where a clock was set back; only what was erased afterwards is a gap.
    public History knownAt(Instant knownAt) {
        return new History(
                events.stream()
                        .takeWhile(recorded -> !recorded.recordedAt().isAfter(knownAt))
                        .toList(),
                evidence,
                erasures,
                texts);
    }
}
