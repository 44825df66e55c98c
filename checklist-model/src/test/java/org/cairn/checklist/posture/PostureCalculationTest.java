package org.cairn.checklist.posture;

import static org.cairn.checklist.posture.SmallWorld.CLOSED_BY_FULL;
import static org.cairn.checklist.posture.SmallWorld.CLOSED_BY_UNCHECKED;
import static org.cairn.checklist.posture.SmallWorld.FULL;
import static org.cairn.checklist.posture.SmallWorld.LATER;
import static org.cairn.checklist.posture.SmallWorld.LAW;
import static org.cairn.checklist.posture.SmallWorld.PART;
import static org.cairn.checklist.posture.SmallWorld.SUPPORTED_BY_FULL;
import static org.cairn.checklist.posture.SmallWorld.UNCHECKED;
import static org.cairn.checklist.posture.SmallWorld.UNCOVERED;
import static org.cairn.checklist.posture.SmallWorld.day;
import static org.cairn.checklist.posture.SmallWorld.digest;
import static org.cairn.checklist.posture.SmallWorld.state;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Finding;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Gap;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.event.Event;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.Refusal;
import org.junit.jupiter.api.Test;

class PostureCalculationTest {
    private final SmallWorld world = new SmallWorld().adopt(0);

    private static ControlPosture control(Posture posture, org.cairn.checklist.ControlId id) {
        return posture.control(id).orElseThrow();
    }

    private static Map<RequirementState, Long> counts(Posture posture) {
        Map<RequirementState, Long> counts =
                new TreeMap<>(posture.framework(LAW).orElseThrow().counts());
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    @Test
    void nothingRecordedIsNotAssessed() {
        Posture posture = world.now(1);
        assertEquals(Map.of(RequirementState.NOT_ASSESSED, 5L), counts(posture));
        assertEquals(
                new Outcome.Indeterminate(List.of(new Gap.Missing("no check covers NET-3"))),
                control(posture, UNCHECKED).outcome());
        assertEquals(Standing.NOT_ASSESSED, control(posture, FULL).standing());
    }

    @Test
    void aFrameworkThatNobodyAdoptedIsNotJudged() {
        assertEquals(Map.of(), new SmallWorld().now(1).frameworks());
    }

    @Test
    void anAdoptedFrameworkThatIsNotCarriedIsNamed() {
        FrameworkId other = new FrameworkId("other-law");
        world.record(1, 1, new Event.FrameworkAdopted(other, "1", digest("other")));
        assertEquals(List.of(other), world.now(1).notCarried());
    }

    @Test
    void freshEvidenceDemonstratesWhatItsControlMayClose() {
        Posture posture = world.observe(1, 1, "alpha", "drop").now(2);
        assertInstanceOf(Outcome.Satisfied.class, control(posture, FULL).outcome());
        assertEquals(RequirementState.DEMONSTRATED, state(posture, CLOSED_BY_FULL));
        assertEquals(RequirementState.SUPPORTED, state(posture, SUPPORTED_BY_FULL));
    }

    @Test
    void aPartialCheckLeavesTheRemainderOpen() {
        Posture posture = world.observe(1, 1, "alpha", "drop").now(2);
        assertEquals(
                new Outcome.Indeterminate(List.of(new Gap.NotCovered("the switches"))),
                control(posture, PART).outcome());
        assertEquals(Standing.INDETERMINATE, control(posture, PART).standing());
    }

    @Test
    void aPartialCheckFindsAllTheSame() {
        Posture posture = world.observe(1, 1, "alpha", "accept").now(2);
        assertEquals(Standing.NOT_MET, control(posture, PART).standing());
    }

    @Test
    void evidenceGoesStaleByTheDayAskedFor() {
        world.observe(1, 1, "alpha", "drop");
        assertEquals(RequirementState.DEMONSTRATED, state(world.now(8), CLOSED_BY_FULL));
        Posture later = world.now(8.5);
        assertEquals(RequirementState.STALE, state(later, CLOSED_BY_FULL));
        assertEquals(RequirementState.STALE, state(later, SUPPORTED_BY_FULL));
        Outcome.Indeterminate outcome = assertInstanceOf(
                Outcome.Indeterminate.class, control(later, FULL).outcome());
        Gap.Stale stale = assertInstanceOf(Gap.Stale.class, outcome.gaps().getFirst());
        assertEquals(Duration.ofHours(180), stale.age());
        assertEquals(SmallWorld.TIME_TO_LIVE, stale.limit());
    }

    @Test
    void aHostThatPassesDoesNotHideOneThatFails() {
        world.observe(1, 1, "alpha", "accept").observe(2, 2, "beta", "drop");
        Outcome.NotSatisfied outcome = assertInstanceOf(
                Outcome.NotSatisfied.class, control(world.now(3), FULL).outcome());
        assertEquals(
                List.of("alpha: policy is accept"),
                outcome.findings().stream().map(Finding::text).toList());
    }

    @Test
    void theNewestObservationOfAHostCountsWhateverItsEntry() {
        world.observe(5, 4, "alpha", "drop").observe(6, 2, "alpha", "accept");
        assertEquals(RequirementState.DEMONSTRATED, state(world.now(6), CLOSED_BY_FULL));
    }

    @Test
    void evidenceThatCannotBeOpenedIsAGapAndNoPass() {
        world.observe(1, 1, "alpha", "drop");
        EvidenceId erased = world.erased(2, 2, "alpha");
        Outcome expected = new Outcome.Indeterminate(List.of(new Gap.Unreadable(new Refusal(
                "evidence " + erased.shortForm(),
                Refusal.Why.ABSENT,
                "entry 2 records it and its payload cannot be opened: erased, or not in this folder"))));
        assertEquals(expected, control(world.now(3), FULL).outcome());
    }

    @Test
    void aHostThatPassesDoesNotHideEvidenceThatCannotBeOpened() {
        world.observe(1, 1, "alpha", "drop");
        world.erased(2, 2, "alpha");
        world.observe(3, 3, "beta", "drop");
        assertEquals(RequirementState.INDETERMINATE, state(world.now(4), CLOSED_BY_FULL));
    }

    @Test
    void oldEvidenceThatWasErasedIsNoGapOnceEveryHostWasSeenAgain() {
        world.erased(1, 1, "alpha");
        world.observe(2, 2, "alpha", "drop");
        assertEquals(RequirementState.DEMONSTRATED, state(world.now(4), CLOSED_BY_FULL));
    }

    @Test
    void anAnswerAgainstTheEvidenceIsAContradictionInWords() {
        world.answer(1, 1, FULL, AnswerStatus.MET).observe(2, 2, "alpha", "accept");
        Posture posture = world.now(3);
        assertTrue(control(posture, FULL).contradiction());
        assertEquals(RequirementState.CONTRADICTED, state(posture, CLOSED_BY_FULL));
        assertEquals(
                List.of(new Contradiction(FULL, "answered 'met', and evidence shows: policy is accept")),
                posture.contradictions());
    }

    @Test
    void aNoAgainstGoodEvidenceIsAContradictionToo() {
        world.answer(1, 1, FULL, AnswerStatus.NOT_MET).observe(2, 2, "alpha", "drop");
        String text = world.now(3).contradictions().getFirst().text();
        assertTrue(text.startsWith("answered 'not met', and evidence shows it satisfied: "), text);
    }

    @Test
    void anOwnAnswerAgainstAControlIsAContradictionOfTheRequirement() {
        world.answer(1, 1, CLOSED_BY_FULL, AnswerStatus.MET).observe(2, 2, "alpha", "accept");
        assertEquals(
                List.of(new Contradiction(
                        CLOSED_BY_FULL,
                        "answered 'met' on its own row, and a control that reaches it says otherwise: NET-1")),
                world.now(3).contradictions());
    }

    @Test
    void aContradictionNamesOnlyTheControlsThatSayOtherwise() {
        world.answer(1, 1, SUPPORTED_BY_FULL, AnswerStatus.MET)
                .answer(1, 1, SmallWorld.OVERLAPPING, AnswerStatus.NOT_MET)
                .observe(2, 2, "alpha", "accept");
        assertEquals(
                List.of(new Contradiction(
                        SUPPORTED_BY_FULL,
                        "answered 'met' on its own row, and a control that reaches it says otherwise: NET-1")),
                world.now(3).contradictions());
    }

    @Test
    void aClaimWithoutEvidenceIsAClaim() {
        Posture posture = world.answer(1, 1, UNCHECKED, AnswerStatus.MET).now(2);
        assertEquals(RequirementState.CLAIMED, state(posture, CLOSED_BY_UNCHECKED));
    }

    @Test
    void anUncoveredRequirementIsAnsweredOnItsOwnRow() {
        Posture posture = world.answer(1, 1, UNCOVERED, AnswerStatus.NOT_MET).now(2);
        assertEquals(RequirementState.NOT_MET, state(posture, UNCOVERED));
        assertEquals(
                List.of(UNCOVERED, LATER),
                posture.framework(LAW).orElseThrow().uncovered().stream()
                        .map(row -> row.requirement().id())
                        .toList());
    }

    @Test
    void progressCountsWhatIsAssessed() {
        world.answer(1, 1, UNCOVERED, AnswerStatus.NOT_MET).observe(1, 1, "alpha", "drop");
        assertEquals(3, world.now(2).framework(LAW).orElseThrow().assessed());
    }

    @Test
    void aBackdatedCorrectionIsKnownOnlyFromItsRecordingOn() {
        world.answer(2, 2, UNCHECKED, AnswerStatus.MET).answer(5, 3, UNCHECKED, AnswerStatus.NOT_MET);
        assertEquals(RequirementState.CLAIMED, state(world.postureAt(4, 4), CLOSED_BY_UNCHECKED));
        assertEquals(RequirementState.NOT_MET, state(world.postureAt(4, 5), CLOSED_BY_UNCHECKED));
        assertEquals(RequirementState.CLAIMED, state(world.postureAt(2.5, 5), CLOSED_BY_UNCHECKED));
        assertEquals(RequirementState.NOT_ASSESSED, state(world.postureAt(1, 5), CLOSED_BY_UNCHECKED));
    }

    @Test
    void ofTwoAnswersFromTheSameDayTheLaterEntryCounts() {
        world.answer(2, 2, UNCHECKED, AnswerStatus.MET).answer(2, 2, UNCHECKED, AnswerStatus.NOT_MET);
        assertEquals(RequirementState.NOT_MET, state(world.now(2), CLOSED_BY_UNCHECKED));
    }

    @Test
    void anAnswerToAnotherTextIsShownToBeRenewedAndDoesNotCount() {
        world.answer(1, 1, UNCHECKED, AnswerStatus.MET, digest("an older text"));
        Posture posture = world.now(2);
        ControlPosture row = control(posture, UNCHECKED);
        assertEquals(AnswerForce.TEXT_CHANGED, row.counts());
        assertTrue(row.answer().isPresent());
        assertEquals(Optional.empty(), row.status());
        assertEquals(RequirementState.NOT_ASSESSED, state(posture, CLOSED_BY_UNCHECKED));
    }

    @Test
    void notYetApplicableEndsWhenItsDayHasCome() {
        world.answer(1, 1, UNCOVERED, AnswerStatus.NOT_YET_APPLICABLE);
        assertEquals(RequirementState.NOT_YET_APPLICABLE, state(world.now(8.9), UNCOVERED));
        assertEquals(RequirementState.NOT_ASSESSED, state(world.now(9), UNCOVERED));
    }

    @Test
    void theLawsDateCountsFromItsPublicationOn() {
        assertEquals(RequirementState.NOT_ASSESSED, state(world.postureAt(9, 3), LATER));
        assertEquals(RequirementState.NOT_YET_APPLICABLE, state(world.postureAt(9, 4), LATER));
        assertEquals(RequirementState.NOT_ASSESSED, state(world.postureAt(61, 61), LATER));
    }

    @Test
    void linkedEvidenceIsListedOnceInTheOrderOfItsEntries() {
        EvidenceId one = new EvidenceId(digest("one"));
        EvidenceId two = new EvidenceId(digest("two"));
        for (EvidenceId each : List.of(two, one, two)) {
            world.record(1, 1, new Event.EvidenceLinked(each, UNCHECKED));
        }
        assertEquals(List.of(two, one), control(world.now(2), UNCHECKED).linked());
    }

    @Test
    void anotherEditionThanTheAdoptedOneIsNoticed() {
        assertTrue(world.now(1).framework(LAW).orElseThrow().sameEdition());
        world.record(2, 2, new Event.FrameworkAdopted(LAW, "0", digest("an older list")));
        assertFalse(world.now(2).framework(LAW).orElseThrow().sameEdition());
    }

    @Test
    void aHistoryOutOfOrderIsRefused() {
        var events = new ArrayList<>(world.adopt(1).history().events());
        assertThrows(IllegalArgumentException.class, () -> new History(events.reversed(), _ -> Optional.empty()));
    }

    @Test
    void evidenceOfALaterDaySaysNothingAboutAnEarlierOne() {
        world.observe(5, 5, "alpha", "drop");
        assertEquals(RequirementState.NOT_ASSESSED, state(world.postureAt(4, 9), CLOSED_BY_FULL));
        assertEquals(day(4), world.postureAt(4, 9).validAt());
    }
}
