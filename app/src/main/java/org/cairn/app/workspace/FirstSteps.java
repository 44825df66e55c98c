package org.cairn.app.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.ScopeEvent;

/// The way from a founded workspace to the first signed report. Each step is done when the ledger holds its first
/// entry.
public record FirstSteps(Instant founded, List<Step> steps) {
    public enum What {
        SCOPE,
        READ,
        ANSWER,
        EVIDENCE,
        PACK;

        /// `SCOPE` as `scope`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param entry that did it; empty while it is to do
    /// @param after how long after founding that was
    public record Step(What what, Optional<Long> entry, Optional<Duration> after) {
        public boolean done() {
            return entry.isPresent();
        }
    }

    public FirstSteps {
        steps = List.copyOf(steps);
    }

    public boolean done() {
        return steps.stream().allMatch(Step::done);
    }

    /// The first one that is to do.
    public Optional<Step> next() {
        return steps.stream().filter(step -> !step.done()).findFirst();
    }

    static FirstSteps read(Parts parts, TwoTimes times) {
        long size = times.size();
        Instant founded = first(parts, Event.WorkspaceFounded.class, size)
                .map(Recorded::recordedAt)
                .orElse(times.knownAt());
        List<Step> steps = new ArrayList<>();
        steps.add(step(What.SCOPE, founded, first(parts, ScopeEvent.ScopeFactStated.class, size)));
        steps.add(step(What.READ, founded, first(parts, Event.CollectionCompleted.class, size)));
        steps.add(step(What.ANSWER, founded, first(parts, Event.ControlAnswered.class, size)));
        steps.add(step(What.EVIDENCE, founded, first(parts, Event.EvidenceLinked.class, size)));
        steps.add(step(What.PACK, founded, first(parts, Event.PackIssued.class, size)));
        return new FirstSteps(founded, steps);
    }

    private static <E extends Event> Optional<Recorded<E>> first(Parts parts, Class<E> kind, long size) {
        for (long entry : parts.finder().entries(kind, size)) {
            Optional<Recorded<E>> found = parts.log().event(entry).flatMap(recorded -> recorded.as(kind));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Step step(What what, Instant founded, Optional<? extends Recorded<?>> first) {
        return new Step(
                what,
                first.map(Recorded::entry),
                first.map(recorded -> Duration.between(founded, recorded.recordedAt())));
    }
}
