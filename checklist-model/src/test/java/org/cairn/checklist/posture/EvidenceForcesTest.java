package org.cairn.checklist.posture;

import static org.cairn.checklist.posture.SmallWorld.UNCHECKED;
import static org.cairn.checklist.posture.SmallWorld.UNCOVERED;
import static org.cairn.checklist.posture.SmallWorld.day;
import static org.cairn.checklist.posture.SmallWorld.digest;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.RevisionEvent.EvidenceSuperseded;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.KeyId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Days count from the beginning of the small world.
class EvidenceForcesTest {
    private static final EvidenceId EARLIER = new EvidenceId(digest("earlier"));
    private static final EvidenceId REVISION = new EvidenceId(digest("revision"));

    private final SmallWorld world = new SmallWorld();

    @BeforeEach
    void adopt() {
        world.adopt(0).record(1, 1, new Event.EvidenceLinked(EARLIER, UNCHECKED));
    }

    private List<EvidenceId> linked(double validAt, double knownAt) {
        return world.postureAt(validAt, knownAt)
                .control(UNCHECKED)
                .orElseThrow()
                .linked();
    }

    /// Recorded on day 5, and of day 3.
    private void revise() {
        world.record(5, 3, new Event.EvidenceLinked(REVISION, UNCHECKED))
                .record(5, 3, new EvidenceSuperseded(EARLIER, REVISION));
    }

    @Test
    void aRevisionTakesThePlaceOfTheEarlierPieceFromTheDayItShows() {
        revise();
        assertEquals(List.of(EARLIER), linked(2, 6));
        assertEquals(List.of(REVISION), linked(3, 6));
        assertEquals(List.of(REVISION), linked(6, 6));
    }

    @Test
    void whatWasKnownBeforeTheRevisionStaysAsItWas() {
        List<EvidenceId> before = linked(4, 4);
        revise();
        assertEquals(before, linked(4, 4));
        assertEquals(List.of(EARLIER), linked(4, 4));
    }

    @Test
    void aPieceThatWasReplacedIsNeverRevivedByWhatHappensToItsRevision() {
        revise();
        EvidenceId third = new EvidenceId(digest("third"));
        world.record(7, 7, new EvidenceSuperseded(REVISION, third));
        assertEquals(List.of(), linked(8, 8));
    }

    @Test
    void twoPiecesThatReplaceEachOtherBothCountForNothing() {
        revise();
        world.record(6, 6, new EvidenceSuperseded(REVISION, EARLIER));
        assertEquals(List.of(), linked(7, 7));
    }

    @Test
    void theEarlierOfTwoRevisionsIsNamed() {
        EvidenceId third = new EvidenceId(digest("third"));
        revise();
        world.record(6, 4, new EvidenceSuperseded(EARLIER, third));
        assertEquals(
                new EvidenceForce.Superseded(REVISION, day(3)),
                EvidenceForces.of(world.history().events(), day(7)).of(EARLIER));
    }

    @Test
    void aPieceCountsUntilItsPeriodIsOver() {
        PayloadRef manifest = new PayloadRef(EARLIER.stored(), digest("commitment"), 9);
        Event recorded = new Event.EvidenceRecorded(EARLIER, new CollectorId("attachment"), 1, day(1), manifest, 1, 0);
        var entry = new Recorded<>(2, day(1), day(1), Optional.of(day(4)), new KeyId(digest("actor")), recorded);
        EvidenceForces before = EvidenceForces.of(List.of(entry), day(4).minusNanos(1));
        EvidenceForces after = EvidenceForces.of(List.of(entry), day(4));
        assertEquals(new EvidenceForce.Counts(), before.of(EARLIER));
        assertEquals(new EvidenceForce.Ended(day(4)), after.of(EARLIER));
    }

    @Test
    void attachingAndReplacingChangesNoStandingAndNoState() {
        Posture before = world.now(9);
        revise();
        world.record(6, 6, new Event.EvidenceLinked(REVISION, UNCOVERED));
        Posture after = world.now(9);
        assertEquals(
                before.controls().stream().map(ControlPosture::standing).toList(),
                after.controls().stream().map(ControlPosture::standing).toList());
        assertEquals(SmallWorld.state(before, UNCOVERED), SmallWorld.state(after, UNCOVERED));
    }
}
