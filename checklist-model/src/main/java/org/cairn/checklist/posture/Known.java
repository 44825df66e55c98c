package org.cairn.checklist.posture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.EvidenceId;

/// What was known at one instant about another: of a history, the entries recorded by then, and of several about the
/// same thing the one that is valid from the latest time, of those the later entry.
final class Known {
    private static final Comparator<Recorded<?>> LATEST =
            Comparator.<Recorded<?>, Instant>comparing(Recorded::validFrom).thenComparingLong(Recorded::entry);

    private final Map<Subject, Recorded<Event.ControlAnswered>> answers = new HashMap<>();
    private final Map<FrameworkId, Recorded<Event.FrameworkAdopted>> adoptions = new TreeMap<>();
    private final Map<Subject, SequencedSet<EvidenceId>> links = new HashMap<>();
    private final Map<CollectorId, List<Recorded<Event.EvidenceRecorded>>> evidence = new HashMap<>();

    private Known() {}

    static Known of(History history, Instant validAt, Instant knownAt) {
        Known known = new Known();
        history.events().stream()
                .filter(recorded -> !recorded.recordedAt().isAfter(knownAt))
                .forEach(recorded -> known.add(recorded, validAt));
        known.evidence
                .values()
                .forEach(each -> each.sort(Comparator.comparing((Recorded<Event.EvidenceRecorded> recorded) ->
                                recorded.event().observedAt())
                        .thenComparingLong(Recorded::entry)
                        .reversed()));
        return known;
    }

    private void add(Recorded<? extends Event> recorded, Instant validAt) {
        recorded.as(Event.EvidenceRecorded.class)
                .filter(each -> !each.event().observedAt().isAfter(validAt))
                .ifPresent(each -> evidence.computeIfAbsent(each.event().collector(), _ -> new ArrayList<>())
                        .add(each));
        if (recorded.validAt(validAt)) {
            recorded.as(Event.ControlAnswered.class)
                    .ifPresent(each -> answers.merge(each.event().subject(), each, Known::latest));
            recorded.as(Event.FrameworkAdopted.class)
                    .ifPresent(each -> adoptions.merge(each.event().framework(), each, Known::latest));
            recorded.as(Event.EvidenceLinked.class)
                    .ifPresent(each -> links.computeIfAbsent(each.event().subject(), _ -> new LinkedHashSet<>())
                            .add(each.event().evidence()));
        }
    }

    private static <E extends Event> Recorded<E> latest(Recorded<E> one, Recorded<E> other) {
        return LATEST.compare(one, other) < 0 ? other : one;
    }

    Optional<Recorded<Event.ControlAnswered>> answer(Subject subject) {
        return Optional.ofNullable(answers.get(subject));
    }

    /// Evidence that people attached: with the answer, then by links in the order of their entries.
    List<EvidenceId> linked(Subject subject) {
        SequencedSet<EvidenceId> linked = new LinkedHashSet<>();
        answer(subject).ifPresent(answer -> linked.addAll(answer.event().evidence()));
        linked.addAll(links.getOrDefault(subject, new LinkedHashSet<>()));
        return List.copyOf(linked);
    }

    /// By framework id.
    List<Recorded<Event.FrameworkAdopted>> adoptions() {
        return List.copyOf(adoptions.values());
    }

    /// The evidence of one collector, the latest observation first.
    List<Recorded<Event.EvidenceRecorded>> evidence(CollectorId collector) {
        return List.copyOf(evidence.getOrDefault(collector, List.of()));
    }
}
