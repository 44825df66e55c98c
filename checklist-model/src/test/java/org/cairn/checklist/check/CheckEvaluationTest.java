package org.cairn.checklist.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.checklist.Gap;
import org.cairn.checklist.Outcome;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.RecordedEvidence;
import org.junit.jupiter.api.Test;

final class CheckEvaluationTest {
    private static final CheckDefinition CHECK =
            CheckCatalogue.load().check(new CheckId("acc.uid0")).orElseThrow();
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static RecordedEvidence evidence(CollectorId collector, int version, Instant observedAt) {
        return CheckCase.recorded(new Evidence(
                collector, version, "host", "root", observedAt, List.of(), new TreeMap<>(), List.of(), List.of()));
    }

    @Test
    void isIndeterminateWithoutAnyEvidence() {
        assertEquals(
                new Outcome.Indeterminate(List.of(new Gap.Missing("evidence of account.local"))),
                CheckEvaluation.evaluate(CHECK, Optional.empty(), NOON));
    }

    @Test
    void takesNoEvidenceOfALaterTimeThanTheDayAskedFor() {
        RecordedEvidence later = evidence(CHECK.reads(), 1, NOON.plusSeconds(1));
        assertEquals(
                new Outcome.Indeterminate(
                        List.of(new Gap.Missing("evidence of account.local observed by 2026-03-01T12:00:00Z"))),
                CheckEvaluation.evaluate(CHECK, Optional.of(later), NOON));
    }

    @Test
    void refusesEvidenceOfAnotherCollector() {
        RecordedEvidence other = evidence(new CollectorId("network.routes"), 1, NOON);
        assertThrows(IllegalArgumentException.class, () -> CheckEvaluation.evaluate(CHECK, Optional.of(other), NOON));
    }

    @Test
    void takesNoEvidenceOfACollectorOlderThanItsFactsMean() {
        CheckDefinition newer = new CheckDefinition(
                CHECK.id(),
                CHECK.words(),
                new CheckDefinition.Reading(CHECK.reads(), 2, CHECK.privilege(), CHECK.timeToLive()),
                CHECK.feeds(),
                CHECK.rule(),
                CHECK.asking(),
                CHECK.origin());
        assertEquals(
                new Outcome.Indeterminate(List.of(new Gap.Missing("evidence of account.local version 2"))),
                CheckEvaluation.evaluate(newer, Optional.of(evidence(CHECK.reads(), 1, NOON)), NOON));
    }
}
