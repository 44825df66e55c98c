package org.cairn.checklist.posture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;

/// Laws of `docs/judgement.md` over random histories.
class PostureProperties {
    /// One thing that may happen, with the days on which it was recorded and of which it speaks.
    interface Step {
        void happen(SmallWorld world);
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return steps(0, 20).list().ofMaxSize(25);
    }

    @Provide
    Arbitrary<List<Step>> laterHistories() {
        return steps(21, 30).list().ofMinSize(1).ofMaxSize(10);
    }

    private static Arbitrary<Step> steps(int fromDay, int toDay) {
        Arbitrary<Integer> recorded = Arbitraries.integers().between(fromDay, toDay);
        Arbitrary<Integer> about = Arbitraries.integers().between(0, 20);
        Arbitrary<Subject> subjects = Arbitraries.of(
                SmallWorld.FULL,
                SmallWorld.PART,
                SmallWorld.UNCHECKED,
                SmallWorld.OVERLAPPING,
                SmallWorld.CLOSED_BY_FULL,
                SmallWorld.SUPPORTED_BY_FULL,
                SmallWorld.UNCOVERED);
        Arbitrary<Step> answers = Combinators.combine(recorded, about, subjects, Arbitraries.of(AnswerStatus.values()))
                .as((on, from, subject, status) -> world -> world.answer(on, from, subject, status));
        Arbitrary<Step> observations = Combinators.combine(
                        recorded, about, Arbitraries.of("alpha", "beta"), Arbitraries.of("drop", "accept"))
                .as((on, from, host, policy) -> world -> world.observe(on, from, host, policy));
        Arbitrary<Step> erasures =
                Combinators.combine(recorded, about).as((on, from) -> world -> world.erased(on, from, "alpha"));
        return Arbitraries.frequencyOf(Tuple.of(4, answers), Tuple.of(4, observations), Tuple.of(1, erasures));
    }

    private static SmallWorld world(List<Step> steps) {
        SmallWorld world = new SmallWorld().adopt(0);
        steps.forEach(step -> step.happen(world));
        return world;
    }

    @Property(tries = 400)
    void whatIsRecordedLaterChangesNothingThatWasKnownBefore(
            @ForAll("histories") List<Step> before,
            @ForAll("laterHistories") List<Step> after,
            @ForAll @IntRange(min = 0, max = 25) int validAt,
            @ForAll @IntRange(min = 0, max = 20) int knownAt) {
        SmallWorld world = world(before);
        Posture known = world.postureAt(validAt, knownAt);
        after.forEach(step -> step.happen(world));
        assertEquals(known, world.postureAt(validAt, knownAt));
    }

    @Property(tries = 400)
    void aFindingOnAnotherHostNeverImprovesARequirement(
            @ForAll("histories") List<Step> steps, @ForAll @IntRange(min = 0, max = 25) int day) {
        SmallWorld world = world(steps);
        Map<RequirementId, RequirementState> before = states(world.postureAt(day, 40));
        world.observe(40, day, "gamma", "accept");
        states(world.postureAt(day, 40))
                .forEach((id, state) -> assertTrue(
                        rank(state) <= rank(before.getOrDefault(id, state)),
                        () -> id + " was " + before.get(id) + " and is " + state));
    }

    @Property(tries = 400)
    void demonstratedRestsOnFreshEvidenceFromAControlThatMayClose(
            @ForAll("histories") List<Step> steps, @ForAll @IntRange(min = 0, max = 40) int day) {
        Posture posture = world(steps).postureAt(day, 40);
        for (RequirementPosture row :
                posture.framework(SmallWorld.LAW).orElseThrow().requirements()) {
            if (row.state() == RequirementState.DEMONSTRATED) {
                assertTrue(row.mappings().stream()
                        .filter(mapping -> mapping.relation().mayClose())
                        .anyMatch(mapping ->
                                posture.control(mapping.control()).orElseThrow().standing() == Standing.DEMONSTRATED));
            }
        }
    }

    @Property(tries = 100)
    void afterTheTimeToLiveNothingIsDemonstrated(@ForAll("histories") List<Step> steps) {
        assertTrue(states(world(steps).postureAt(28, 40)).values().stream()
                .noneMatch(state -> state == RequirementState.DEMONSTRATED));
    }

    private static Map<RequirementId, RequirementState> states(Posture posture) {
        Map<RequirementId, RequirementState> states = new TreeMap<>();
        posture.framework(SmallWorld.LAW)
                .orElseThrow()
                .requirements()
                .forEach(row -> states.put(row.requirement().id(), row.state()));
        return states;
    }

    private static int rank(RequirementState state) {
        return switch (state) {
            case DEMONSTRATED -> 5;
            case CLAIMED -> 4;
            case SUPPORTED -> 3;
            case NOT_APPLICABLE, NOT_YET_APPLICABLE, OUT_OF_SCOPE -> 2;
            case STALE, INDETERMINATE, NOT_ASSESSED, UNSCOPED -> 1;
            case NOT_MET, CONTRADICTED -> 0;
        };
    }
}
