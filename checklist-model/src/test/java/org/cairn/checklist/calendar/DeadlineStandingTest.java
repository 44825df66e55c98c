package org.cairn.checklist.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.calendar.DeadlineStanding.State;
import org.cairn.checklist.deadline.DeadlineId;
import org.cairn.checklist.deadline.DeadlineRule;
import org.cairn.checklist.deadline.DeadlineRule.Rounds;
import org.cairn.checklist.deadline.DeadlineRule.Sense;
import org.cairn.checklist.deadline.DeadlineRuleId;
import org.cairn.checklist.deadline.DeadlineStart;
import org.cairn.checklist.deadline.Holidays;
import org.cairn.checklist.deadline.Limit;
import org.cairn.checklist.deadline.StartEvent;
import org.cairn.checklist.deadline.WeekendRelief;
import org.cairn.checklist.deadline.WeekendRule;
import org.cairn.checklist.event.DeadlineEvent;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.KeyId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadlineStandingTest {
    private static final Digest DIGEST = Digest.sha256(Bytes.utf8("x"));
    private static final PayloadRef TEXT = new PayloadRef(DIGEST, DIGEST, 1);
    private static final DeadlineId ID = new DeadlineId("0123456789abcdef");
    private static final StartEvent AWARE = new StartEvent("aware");
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    private final List<Recorded<? extends Event>> ledger = new ArrayList<>();

    @BeforeEach
    void start() {
        TreeMap<StartEvent, Instant> starts = new TreeMap<>();
        starts.put(AWARE, START);
        DeadlineStart start = new DeadlineStart(
                starts, ZoneId.of("UTC"), Holidays.notKnown(), WeekendRelief.NOT_STATED, Optional.empty());
        record(new DeadlineEvent.DeadlineStarted(
                ID, new DeadlineRuleId("R-1"), start, Optional.of(START.plus(Duration.ofDays(3))), TEXT));
    }

    @Test
    void aClockRunsUntilItsEndAndIsOverdueAfterIt() {
        assertEquals(State.NOT_STARTED, state(rule(Rounds.ONCE, Sense.ACT_BY), -1));
        assertEquals(State.RUNNING, state(rule(Rounds.ONCE, Sense.ACT_BY), 72));
        assertEquals(State.OVERDUE, state(rule(Rounds.ONCE, Sense.ACT_BY), 73));
        assertEquals(State.ENDED, state(rule(Rounds.ONCE, Sense.KEEP_UNTIL), 73));
    }

    @Test
    void doneInTimeIsMetAndDoneLaterIsMetLate() {
        record(new DeadlineEvent.DeadlineMet(ID, START.plus(Duration.ofDays(3)), Optional.empty()));
        assertEquals(State.MET, state(rule(Rounds.ONCE, Sense.ACT_BY), 100));
        assertEquals(State.RUNNING, state(rule(Rounds.ONCE, Sense.ACT_BY), 71), "it was not done then");
        ledger.removeLast();
        record(new DeadlineEvent.DeadlineMet(ID, START.plus(Duration.ofHours(73)), Optional.empty()));
        assertEquals(State.MET_LATE, state(rule(Rounds.ONCE, Sense.ACT_BY), 100));
    }

    @Test
    void whatComesAfterItWasMetChangesNothing() {
        record(new DeadlineEvent.DeadlineMet(ID, START.plus(Duration.ofHours(73)), Optional.empty()));
        record(new DeadlineEvent.DeadlineExtended(ID, Optional.of(START.plus(Duration.ofHours(99))), TEXT));
        record(new DeadlineEvent.DeadlineMet(ID, START.plus(Duration.ofHours(1)), Optional.empty()));
        assertEquals(State.MET_LATE, state(rule(Rounds.ONCE, Sense.ACT_BY), 100));
    }

    @Test
    void aRepeatingRuleCountsItsNextRoundFromWhenItWasMet() {
        record(new DeadlineEvent.DeadlineMet(ID, START.plus(Duration.ofHours(80)), Optional.empty()));
        DeadlineStanding standing = standing(rule(Rounds.REPEATS, Sense.ACT_BY), 100);
        assertEquals(State.RUNNING, standing.state());
        assertEquals(
                START.plus(Duration.ofHours(152)),
                standing.reckoning().due().orElseThrow().at());
        assertTrue(standing.rounds().getFirst().late());
    }

    @Test
    void aSecondStartAndWhatIsSaidOfAnUnknownClockChangeNothing() {
        record(ledger.getFirst().event());
        record(new DeadlineEvent.DeadlineWithdrawn(new DeadlineId("fedcba9876543210"), TEXT));
        assertEquals(1, DeadlineRegister.of(ledger).size());
        assertEquals(State.RUNNING, state(rule(Rounds.ONCE, Sense.ACT_BY), 1));
    }

    @Test
    void withoutItsRuleNothingIsComputedAndNobodyIsInTime() {
        DeadlineStanding standing =
                DeadlineStanding.of(DeadlineRegister.of(ledger).getFirst(), Optional.empty(), START);
        assertEquals(State.NOT_COMPUTABLE, standing.state());
        assertTrue(standing.runs());
    }

    @Test
    void aRuleThatSaysSomethingElseTodayIsNoticed() {
        assertEquals(
                Optional.empty(), standing(rule(Rounds.ONCE, Sense.ACT_BY), 1).otherThanRecorded());
        DeadlineRule changed = rule(Rounds.ONCE, Sense.ACT_BY, "96 hours from aware");
        assertTrue(standing(changed, 1).otherThanRecorded().isPresent());
    }

    private State state(DeadlineRule rule, int hours) {
        return standing(rule, hours).state();
    }

    private DeadlineStanding standing(DeadlineRule rule, int hours) {
        return DeadlineStanding.of(
                DeadlineRegister.of(ledger).getFirst(), Optional.of(rule), START.plus(Duration.ofHours(hours)));
    }

    private static DeadlineRule rule(Rounds rounds, Sense sense) {
        return rule(rounds, sense, "72 hours from aware");
    }

    private static DeadlineRule rule(Rounds rounds, Sense sense, String limit) {
        return new DeadlineRule(
                new DeadlineRuleId("R-1"),
                new FrameworkId("law"),
                "Tell",
                List.of(),
                "Law, 1",
                List.of(Limit.parse(limit)),
                Set.of(),
                List.of(),
                sense,
                new WeekendRule(WeekendRule.Move.NONE, Set.of(), "Law, 2"),
                Optional.empty(),
                rounds,
                DeadlineRule.Source.PRIMARY,
                "");
    }

    private void record(Event event) {
        ledger.add(new Recorded<>(ledger.size(), START, START, Optional.empty(), new KeyId(DIGEST), event));
    }
}
