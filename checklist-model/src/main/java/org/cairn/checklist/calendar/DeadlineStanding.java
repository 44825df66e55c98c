package org.cairn.checklist.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.checklist.deadline.DeadlineReckoner;
import org.cairn.checklist.deadline.DeadlineRule;
import org.cairn.checklist.deadline.DeadlineRule.Rounds;
import org.cairn.checklist.deadline.DeadlineRule.Sense;
import org.cairn.checklist.deadline.DeadlineStart;
import org.cairn.checklist.deadline.Lengthening;
import org.cairn.checklist.deadline.Reckoning;
import org.cairn.checklist.deadline.StartEvent;
import org.cairn.checklist.event.DeadlineEvent;
import org.cairn.checklist.event.DeadlineEvent.DeadlineExtended;
import org.cairn.checklist.event.DeadlineEvent.DeadlineMet;
import org.cairn.checklist.event.DeadlineEvent.DeadlineStartLearned;
import org.cairn.checklist.event.Recorded;

/// Where a clock stands at an instant: by when it ends now, and what became of it.
/// @param rule      empty where this version carries none of that id: then nothing is computed
/// @param reckoning of the round that runs, or of the last one
/// @param rounds    that were met, oldest first
/// @param otherThanRecorded what was computed when it was started, where today's rule comes to something else
public record DeadlineStanding(
        RecordedDeadline deadline,
        Optional<DeadlineRule> rule,
        State state,
        Reckoning reckoning,
        List<Round> rounds,
        Optional<String> otherThanRecorded) {
    public enum State {
        /// The event from which it counts lies ahead.
        NOT_STARTED,
        RUNNING,
        OVERDUE,
        /// It runs and the law gives no number, or a number is missing.
        OPEN_ENDED,
        MET,
        MET_LATE,
        /// What had to be kept until then, or was permitted until then, came to its end.
        ENDED,
        WITHDRAWN,
        /// It cannot be computed: nobody may take that for being in time.
        NOT_COMPUTABLE
    }

    /// @param metAt when it was done
    /// @param late  whether that was after its end; without an end it never is
    public record Round(Instant metAt, boolean late) {}

    public DeadlineStanding {
        rounds = List.copyOf(rounds);
    }

    public static DeadlineStanding of(RecordedDeadline deadline, Optional<DeadlineRule> rule, Instant at) {
        return rule.map(known -> new Walk(deadline, known, at).standing())
                .orElseGet(() -> new DeadlineStanding(
                        deadline,
                        rule,
                        deadline.withdrawn().isPresent() ? State.WITHDRAWN : State.NOT_COMPUTABLE,
                        new Reckoning(
                                Optional.empty(),
                                List.of(),
                                List.of(),
                                Optional.of("this version carries no rule " + deadline.rule())),
                        List.of(),
                        Optional.empty()));
    }

    /// Whether something is still to be done, or kept.
    public boolean runs() {
        return switch (state) {
            case NOT_STARTED, RUNNING, OVERDUE, OPEN_ENDED, NOT_COMPUTABLE -> true;
            case MET, MET_LATE, ENDED, WITHDRAWN -> false;
        };
    }

    /// Goes through what was recorded, one change after the other.
    private static final class Walk {
        private final RecordedDeadline deadline;
        private final DeadlineRule rule;
        private final Instant at;
        private final List<Round> rounds = new ArrayList<>();
        private DeadlineStart start;
        private Lengthening lengthening = new Lengthening.None();

        Walk(RecordedDeadline deadline, DeadlineRule rule, Instant at) {
            this.deadline = deadline;
            this.rule = rule;
            this.at = at;
            this.start = deadline.start();
        }

        DeadlineStanding standing() {
            boolean closed = false;
            for (Recorded<? extends DeadlineEvent> change : deadline.changes()) {
                closed = closed || take(change.event());
            }
            Reckoning reckoning = reckon();
            return new DeadlineStanding(
                    deadline, Optional.of(rule), state(reckoning, closed), reckoning, rounds, otherThanRecorded());
        }

        private Reckoning reckon() {
            return DeadlineReckoner.reckon(rule, start, lengthening);
        }

        /// @return whether it is closed for good
        private boolean take(DeadlineEvent change) {
            if (change instanceof DeadlineStartLearned learned) {
                start = start.with(learned.event(), learned.at());
            } else if (change instanceof DeadlineExtended extended) {
                lengthening = extended.until()
                        .<Lengthening>map(Lengthening.Until::new)
                        .orElseGet(Lengthening.Statutory::new);
            } else if (change instanceof DeadlineMet met && !met.at().isAfter(at)) {
                boolean late =
                        reckon().due().map(due -> met.at().isAfter(due.at())).orElse(false);
                rounds.add(new Round(met.at(), late));
                if (rule.repeats() == Rounds.ONCE) {
                    return true;
                }
                TreeMap<StartEvent, Instant> next = new TreeMap<>();
                start.starts().keySet().forEach(event -> next.put(event, met.at()));
                start = start.from(next);
                lengthening = new Lengthening.None();
            }
            return false;
        }

        private State state(Reckoning reckoning, boolean closed) {
            if (deadline.withdrawn().isPresent()) {
                return State.WITHDRAWN;
            }
            if (closed) {
                return rounds.getLast().late() ? State.MET_LATE : State.MET;
            }
            if (reckoning.problem().isPresent()) {
                return State.NOT_COMPUTABLE;
            }
            if (start.earliest().isAfter(at)) {
                return State.NOT_STARTED;
            }
            if (reckoning.due().isEmpty()) {
                return State.OPEN_ENDED;
            }
            if (!at.isAfter(reckoning.due().get().at())) {
                return State.RUNNING;
            }
            return rule.sense() == Sense.ACT_BY || rule.repeats() == Rounds.REPEATS ? State.OVERDUE : State.ENDED;
        }

        private Optional<String> otherThanRecorded() {
            Optional<Instant> recorded = deadline.started().event().due();
            Optional<Instant> today =
                    DeadlineReckoner.reckon(rule, deadline.start()).due().map(Reckoning.Due::at);
            return recorded.equals(today)
                    ? Optional.empty()
                    : Optional.of("when it was started "
                            + recorded.map(Instant::toString).orElse("no end")
                            + " was computed, and the rules of today come to "
                            + today.map(Instant::toString).orElse("none")
                            + ": the rule, or the rules of the time zone, changed");
        }
    }
}
