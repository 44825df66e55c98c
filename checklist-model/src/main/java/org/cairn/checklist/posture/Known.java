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
import java.util.function.Function;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.WorkState;
import org.cairn.checklist.event.EntryPlace;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.ExchangeEvent.BundleImported;
import org.cairn.checklist.event.ExchangeEvent.ConflictDecided;
import org.cairn.checklist.event.FleetEvent;
import org.cairn.checklist.event.FleetEvent.HostRunImported;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.ReviewEvent;
import org.cairn.checklist.event.ScopeEvent;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.EvidenceId;

/// What a history says about one instant: of several entries about the same thing the one that is valid from the latest
/// time, of those the later entry. Where entries of several logs
/// compete, nothing depends on which was imported first: they are ordered by their own places, and answers by
/// [Competition].
final class Known {
    private final Awareness awareness;
    private final WorkStates workStates = new WorkStates();
    private final RiskCovers risks;
    private final EvidenceForces forces;
    private final Map<Subject, List<Recorded<Event.ControlAnswered>>> answers = new HashMap<>();
    private final Map<Subject, Map<String, Long>> withdrawn = new HashMap<>();
    private final Map<Subject, List<Recorded<ConflictDecided>>> decisions = new HashMap<>();
    private final Map<FrameworkId, Recorded<Event.FrameworkAdopted>> adoptions = new TreeMap<>();
    private final Map<Subject, List<Recorded<Event.EvidenceLinked>>> links = new HashMap<>();
    private final Map<CollectorId, List<Recorded<Event.EvidenceRecorded>>> evidence = new HashMap<>();
    private final List<Recorded<? extends Event>> scope = new ArrayList<>();
    private final List<Recorded<? extends FleetEvent>> fleet = new ArrayList<>();
    private final Map<EvidenceId, Recorded<HostRunImported>> runs = new HashMap<>();

    private final Function<EvidenceId, Optional<Long>> erasures;

    private Known(Awareness awareness, Function<EvidenceId, Optional<Long>> erasures, Instant validAt) {
        this.awareness = awareness;
        this.erasures = erasures;
        this.risks = new RiskCovers(validAt);
        this.forces = new EvidenceForces(validAt);
    }

    static Known of(History history, Instant validAt) {
        Known known = new Known(new Awareness(history.origin()), history.erasures(), validAt);
        history.events().forEach(recorded -> known.add(recorded, validAt));
        known.evidence
                .values()
                .forEach(each -> each.sort(Comparator.comparing((Recorded<Event.EvidenceRecorded> recorded) ->
                                recorded.event().observedAt())
                        .thenComparing(known.awareness::place)
                        .reversed()));
        return known;
    }

    private void add(Recorded<? extends Event> recorded, Instant validAt) {
        recorded.as(Event.EvidenceRecorded.class)
                .filter(each -> !each.event().observedAt().isAfter(validAt))
                .ifPresent(each -> evidence.computeIfAbsent(each.event().collector(), _ -> new ArrayList<>())
                        .add(each));
        forces.add(recorded);
        recorded.as(ReviewEvent.class).ifPresent(each -> {
            workStates.add(each, awareness.place(each));
            risks.add(each, awareness.place(each));
        });
        recorded.as(BundleImported.class).ifPresent(awareness::add);
        recorded.as(HostRunImported.class)
                .ifPresent(run -> run.event().evidence().forEach(piece -> runs.putIfAbsent(piece, run)));
        recorded.as(ConflictDecided.class)
                .ifPresent(each -> decisions
                        .computeIfAbsent(each.event().subject(), _ -> new ArrayList<>())
                        .add(each));
        if (recorded.validAt(validAt)) {
            recorded.as(ReviewEvent.AnswerWithdrawn.class)
                    .ifPresent(each -> withdrawn
                            .computeIfAbsent(each.event().subject(), _ -> new HashMap<>())
                            .merge(
                                    awareness.place(each).origin(),
                                    each.event().answer().entry(),
                                    Math::max));
            if (saysScope(recorded)) {
                scope.add(recorded);
            }
            if (recorded.importedFrom().isEmpty()) {
                recorded.as(FleetEvent.class).ifPresent(fleet::add);
            }
            recorded.as(Event.ControlAnswered.class)
                    .ifPresent(each -> answers.computeIfAbsent(each.event().subject(), _ -> new ArrayList<>())
                            .add(each));
            recorded.as(Event.FrameworkAdopted.class)
                    .ifPresent(each -> adoptions.merge(each.event().framework(), each, this::adopted));
            recorded.as(Event.EvidenceLinked.class)
                    .ifPresent(each -> links.computeIfAbsent(each.event().subject(), _ -> new ArrayList<>())
                            .add(each));
        }
    }

    /// What another workspace says of its scope is not said of this one.
    private static boolean saysScope(Recorded<? extends Event> recorded) {
        return recorded.importedFrom().isEmpty()
                && (recorded.event() instanceof ScopeEvent || recorded.event() instanceof Event.ScopeDefined);
    }

    /// What was said here of which hosts there are; another workspace says it of its own.
    List<Recorded<? extends FleetEvent>> fleet() {
        return List.copyOf(fleet);
    }

    /// The run on a host that brought a piece of evidence; empty where it was collected by this workspace.
    Optional<HostRunImported> run(EvidenceId piece) {
        return Optional.ofNullable(runs.get(piece)).map(Recorded::event);
    }

    /// What was said about the scope.
    List<Recorded<? extends Event>> scope() {
        return List.copyOf(scope);
    }

    /// Which edition this workspace works with is its own decision; another laptop's counts where it made none.
    private Recorded<Event.FrameworkAdopted> adopted(
            Recorded<Event.FrameworkAdopted> one, Recorded<Event.FrameworkAdopted> other) {
        boolean bothOwnOrBothImported =
                one.importedFrom().isPresent() == other.importedFrom().isPresent();
        if (bothOwnOrBothImported) {
            return latest(one, other);
        }
        return one.importedFrom().isEmpty() ? one : other;
    }

    private <E extends Event> Recorded<E> latest(Recorded<E> one, Recorded<E> other) {
        int order = Comparator.<Recorded<E>, Instant>comparing(Recorded::validFrom)
                .thenComparing(awareness::place)
                .compare(one, other);
        return order < 0 ? other : one;
    }

    /// None, the one that stands, or all those in conflict.
    List<Recorded<Event.ControlAnswered>> answers(Subject subject) {
        List<Recorded<Event.ControlAnswered>> given = answers.getOrDefault(subject, List.of());
        return given.isEmpty()
                ? List.of()
                : Competition.standing(
                        given,
                        decisions.getOrDefault(subject, List.of()),
                        awareness,
                        place -> isWithdrawn(subject, place));
    }

    /// Whether it, or one that the same log recorded later, was withdrawn: which of them holds when, no withdrawal
    /// says.
    private boolean isWithdrawn(Subject subject, EntryPlace answer) {
        return withdrawn.getOrDefault(subject, Map.of()).getOrDefault(answer.origin(), -1L) >= answer.index();
    }

    /// Evidence that people attached and that counts: with the answer, then by links in the order of their entries, log
    /// by log.
    /// @param standing the answers to it that [#answers(Subject)] gave
    List<EvidenceId> linked(Subject subject, List<Recorded<Event.ControlAnswered>> standing) {
        List<Recorded<Event.EvidenceLinked>> given = links.getOrDefault(subject, List.of());
        if (standing.isEmpty() && given.isEmpty()) {
            return List.of();
        }
        SequencedSet<EvidenceId> linked = new LinkedHashSet<>();
        standing.forEach(answer -> linked.addAll(answer.event().evidence()));
        given.stream()
                .sorted(Comparator.comparing(awareness::place))
                .forEach(link -> linked.add(link.event().evidence()));
        linked.removeIf(piece -> !forces.of(piece).counts());
        return List.copyOf(linked);
    }

    /// How far an answer has come on its way to acceptance.
    WorkState workState(Recorded<Event.ControlAnswered> answer) {
        return workStates.of(awareness.place(answer));
    }

    /// The risk acceptance that covers a row, if one does.
    Optional<RiskCover> cover(Subject subject) {
        return risks.of(subject);
    }

    /// By framework id.
    List<Recorded<Event.FrameworkAdopted>> adoptions() {
        return List.copyOf(adoptions.values());
    }

    /// The entry that erased a piece of evidence. Bytes that are gone are gone for every day asked, also for one before
    /// the erasure was known.
    Optional<Long> erasure(EvidenceId id) {
        return erasures.apply(id);
    }

    /// The evidence of one collector, the latest observation first.
    List<Recorded<Event.EvidenceRecorded>> evidence(CollectorId collector) {
        return List.copyOf(evidence.getOrDefault(collector, List.of()));
    }
}
