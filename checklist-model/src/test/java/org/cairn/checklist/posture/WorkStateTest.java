package org.cairn.checklist.posture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.WorkState;
import org.cairn.checklist.event.ReviewEvent;
import org.cairn.checklist.event.ReviewEvent.AnswerRef;
import org.cairn.checklist.event.ReviewEvent.AnswerReviewed;
import org.cairn.checklist.event.RiskId;
import org.cairn.evidence.PayloadRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds reviews and risk acceptances to `docs/judgement.md`.
class WorkStateTest {
    private static final PayloadRef TEXT = new PayloadRef(SmallWorld.digest("s"), SmallWorld.digest("c"), 1);
    private static final RiskId RISK = new RiskId("00000000000000aa");

    static Stream<Arguments> steps() throws IOException {
        return DocumentedTable.named("work state").cells();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void whatIsRecordedAboutAnAnswerGivesItsWorkState(String from, String step, String to) {
        SmallWorld world = new SmallWorld().answer(1, 1, SmallWorld.FULL, AnswerStatus.MET);
        switch (WorkState.valueOf(from)) {
            case DRAFT -> {}
            case SUBMITTED -> submit(world, 2);
            case CHANGES_REQUESTED -> review(world, 2, AnswerReviewed.Decision.CHANGES_REQUESTED);
            case ACCEPTED -> review(world, 2, AnswerReviewed.Decision.ACCEPTED);
        }
        switch (step) {
            case "SUBMITTED" -> submit(world, 3);
            case "corrected" -> world.answer(3, 3, SmallWorld.FULL, AnswerStatus.PARTLY_MET);
            default -> review(world, 3, AnswerReviewed.Decision.valueOf(step));
        }
        assertEquals(WorkState.valueOf(to), row(world, 4).workState());
    }

    @Test
    void theTableNamesEveryState() throws IOException {
        assertEquals(
                Arrays.stream(WorkState.values()).map(Enum::name).toList(),
                DocumentedTable.named("work state").rowNames());
    }

    @Test
    void anAcceptanceIsNotKnownBeforeItIsRecorded() {
        SmallWorld world = new SmallWorld().answer(1, 1, SmallWorld.FULL, AnswerStatus.MET);
        review(world, 3, AnswerReviewed.Decision.ACCEPTED);
        assertEquals(
                WorkState.DRAFT,
                world.postureAt(5, 2).control(SmallWorld.FULL).orElseThrow().workState());
        assertEquals(
                WorkState.ACCEPTED,
                world.postureAt(5, 3).control(SmallWorld.FULL).orElseThrow().workState());
    }

    @Test
    void aWithdrawnAnswerLeavesItsRowUnansweredFromThatDayOnAndNoEarlierOneComesBack() {
        SmallWorld world = new SmallWorld().answer(1, 1, SmallWorld.FULL, AnswerStatus.NOT_MET);
        world.answer(2, 2, SmallWorld.FULL, AnswerStatus.MET);
        world.record(
                4,
                4,
                new ReviewEvent.AnswerWithdrawn(SmallWorld.FULL, new AnswerRef(1, SmallWorld.digest("leaf")), TEXT));
        assertEquals(
                Optional.of(AnswerStatus.MET),
                row(world, 3).answer().map(answer -> answer.event().status()));
        assertEquals(Optional.empty(), row(world, 4).answer());
        assertEquals(
                AnswerStatus.MET,
                world.postureAt(5, 3)
                        .control(SmallWorld.FULL)
                        .orElseThrow()
                        .answer()
                        .orElseThrow()
                        .event()
                        .status());
        world.answer(6, 6, SmallWorld.FULL, AnswerStatus.PARTLY_MET);
        assertEquals(
                Optional.of(AnswerStatus.PARTLY_MET),
                row(world, 6).answer().map(answer -> answer.event().status()));
    }

    @Test
    void withAWithdrawnAnswerNoneThatWasRecordedBeforeItCountsWheneverItHolds() {
        SmallWorld world = new SmallWorld().answer(1, 3, SmallWorld.FULL, AnswerStatus.MET);
        world.answer(2, 1, SmallWorld.FULL, AnswerStatus.NOT_MET);
        world.record(
                4,
                4,
                new ReviewEvent.AnswerWithdrawn(SmallWorld.FULL, new AnswerRef(1, SmallWorld.digest("leaf")), TEXT));
        assertEquals(
                Optional.of(AnswerStatus.MET),
                row(world, 3).answer().map(answer -> answer.event().status()));
        assertEquals(Optional.empty(), row(world, 4).answer());
    }

    @Test
    void aRiskAcceptanceCoversItsRowsUpToItsDayAndNoFindingBecomesAPass() {
        SmallWorld world = new SmallWorld().adopt(0).answer(1, 1, SmallWorld.FULL, AnswerStatus.NOT_MET);
        world.record(
                2,
                2,
                new ReviewEvent.RiskAccepted(
                        RISK, List.of(SmallWorld.FULL, SmallWorld.UNCOVERED), TEXT, TEXT, LocalDate.of(2026, 11, 10)));
        Optional<RiskCover> cover = Optional.of(new RiskCover(RISK, LocalDate.of(2026, 11, 10), 2));
        assertEquals(Optional.empty(), row(world, 1.5).cover());
        assertEquals(cover, row(world, 2).cover());
        assertEquals(cover, row(world, 9.99).cover());
        assertEquals(Optional.empty(), row(world, 10).cover());
        assertEquals(Standing.NOT_MET, row(world, 5).standing());
        RequirementPosture requirement =
                world.postureAt(5, 20).framework(SmallWorld.LAW).orElseThrow().requirements().stream()
                        .filter(each -> each.requirement().id().equals(SmallWorld.UNCOVERED))
                        .findFirst()
                        .orElseThrow();
        assertEquals(cover, requirement.cover());
        assertEquals(RequirementState.NOT_ASSESSED, requirement.state());
    }

    @Test
    void anEndedAcceptanceCoversNothingFromItsEndOn() {
        SmallWorld world = new SmallWorld();
        world.record(
                0,
                0,
                new ReviewEvent.RiskAccepted(RISK, List.of(SmallWorld.FULL), TEXT, TEXT, LocalDate.of(2027, 11, 10)));
        world.record(3, 3, new ReviewEvent.RiskAcceptanceEnded(RISK, TEXT));
        assertEquals(true, row(world, 2).cover().isPresent());
        assertEquals(Optional.empty(), row(world, 3).cover());
    }

    private static ControlPosture row(SmallWorld world, double validAt) {
        return world.postureAt(validAt, 20).control(SmallWorld.FULL).orElseThrow();
    }

    private static void submit(SmallWorld world, double day) {
        world.record(
                day,
                day,
                new ReviewEvent.AnswerSubmitted(SmallWorld.FULL, new AnswerRef(0, SmallWorld.digest("leaf"))));
    }

    private static void review(SmallWorld world, double day, AnswerReviewed.Decision decision) {
        world.record(
                day,
                day,
                new AnswerReviewed(SmallWorld.FULL, new AnswerRef(0, SmallWorld.digest("leaf")), decision, TEXT));
    }
}
