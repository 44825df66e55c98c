package org.cairn.checklist.posture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.cairn.checklist.check.Acceptance;
import org.cairn.checklist.check.Acceptance.How;
import org.cairn.checklist.check.Acceptances;
import org.cairn.checklist.event.AcceptanceId;
import org.cairn.checklist.event.DeviationEvent;
import org.cairn.checklist.event.DeviationEvent.DeviationAcceptanceEnded;
import org.cairn.checklist.event.DeviationEvent.DeviationAccepted;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.Item;
import org.cairn.evidence.RecordedEvidence;

/// Which acceptances of deviations are in force on a day: from when they are valid up to their last day, or until they
/// were ended. One whose evidence does not hold the deviation, or is gone, or whose words cannot be read, covers
/// nothing.
public final class DeviationCovers implements Acceptances {
    /// What led to each deviation; such an item names its kind.
    private static final String CAUSES = "causes";

    private final List<DeviationCover> active;

    private DeviationCovers(List<DeviationCover> active) {
        this.active = List.copyOf(active);
    }

    /// @param history nothing but what was known
    public static DeviationCovers of(History history, Instant validAt) {
        Awareness awareness = new Awareness(history.origin());
        List<Recorded<DeviationAccepted>> accepted = new ArrayList<>();
        Set<AcceptanceId> ended = new HashSet<>();
        history.events().stream()
                .filter(recorded -> !recorded.validFrom().isAfter(validAt))
                .forEach(recorded -> {
                    recorded.as(DeviationAccepted.class).ifPresent(accepted::add);
                    recorded.as(DeviationAcceptanceEnded.class)
                            .ifPresent(end -> ended.add(end.event().id()));
                });
        LocalDate day = LocalDate.ofInstant(validAt, ZoneOffset.UTC);
        return new DeviationCovers(accepted.stream()
                .filter(each -> !ended.contains(each.event().id()))
                .filter(each -> !DeviationAccepted.lastDay(each).isBefore(day))
                .sorted(Comparator.<Recorded<DeviationAccepted>, Instant>comparing(Recorded::validFrom)
                        .thenComparing(awareness::place))
                .flatMap(each -> cover(each, history).stream())
                .toList());
    }

    private static Optional<DeviationCover> cover(Recorded<DeviationAccepted> recorded, History history) {
        DeviationAccepted event = recorded.event();
        Optional<String> what = history.texts().apply(event.what()).map(bytes -> bytes.asUtf8());
        Optional<Evidence> evidence = Optional.of(event.evidence())
                .filter(id -> history.erasures().apply(id).isEmpty())
                .flatMap(history.evidence())
                .map(RecordedEvidence::evidence);
        return what.flatMap(words -> evidence.filter(holds(event, words))
                .map(shown -> new DeviationCover(
                        event.id(),
                        event.system(),
                        shown.host(),
                        event.deviation(),
                        words,
                        event.as(),
                        event.evidence(),
                        DeviationAccepted.lastDay(recorded),
                        recorded.entry())));
    }

    /// Nobody accepts what no evidence shows.
    private static Predicate<Evidence> holds(DeviationAccepted event, String what) {
        return evidence -> evidence.collector().equals(DeviationEvent.COLLECTOR)
                && evidence.fact("system").equals(Optional.of(event.system()))
                && evidence.population(event.deviation()).stream()
                        .flatMap(population -> population.items().stream())
                        .anyMatch(item -> item.value("what").equals(Optional.of(what)));
    }

    /// Those in force, the earliest decision first.
    public List<DeviationCover> active() {
        return active;
    }

    /// Of several the latest decision.
    public Optional<DeviationCover> of(String system, String host, String deviation, String what) {
        return active.stream()
                .filter(cover -> cover.system().equals(system)
                        && cover.host().equals(host)
                        && cover.deviation().equals(deviation)
                        && cover.what().equals(what))
                .reduce((_, later) -> later);
    }

    @Override
    public Optional<Acceptance> of(RecordedEvidence piece, String population, Item item) {
        Evidence evidence = piece.evidence();
        Optional<String> kind = population.equals(CAUSES) ? item.value("kind") : Optional.of(population);
        if (!evidence.collector().equals(DeviationEvent.COLLECTOR)) {
            return Optional.empty();
        }
        return evidence.fact("system")
                .flatMap(system ->
                        kind.flatMap(is -> item.value("what").flatMap(what -> of(system, evidence.host(), is, what))))
                .map(cover -> new Acceptance(how(cover), cover.until(), cover.entry()));
    }

    private static How how(DeviationCover cover) {
        return switch (cover.as()) {
            case FALSE_POSITIVE -> How.FALSE_POSITIVE;
            case TOLERATED -> How.TOLERATED;
        };
    }
}
