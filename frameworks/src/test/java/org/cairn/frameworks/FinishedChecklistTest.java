package org.cairn.frameworks;

import static org.cairn.checklist.posture.RequirementState.CLAIMED;
import static org.cairn.checklist.posture.RequirementState.NOT_ASSESSED;
import static org.cairn.checklist.posture.RequirementState.NOT_YET_APPLICABLE;
import static org.cairn.checklist.posture.RequirementState.OUT_OF_SCOPE;
import static org.cairn.checklist.posture.RequirementState.SUPPORTED;
import static org.cairn.checklist.posture.RequirementState.UNSCOPED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Control;
import org.cairn.checklist.Framework;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.ScopeQuestion;
import org.cairn.checklist.ScopeQuestion.Level;
import org.cairn.checklist.SystemId;
import org.cairn.checklist.check.CheckCatalogue;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.ScopeEvent;
import org.cairn.checklist.posture.History;
import org.cairn.checklist.posture.Posture;
import org.cairn.checklist.posture.PostureCalculation;
import org.cairn.checklist.posture.RequirementState;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.KeyId;
import org.junit.jupiter.api.Test;

/// A finished checklist is not compliance: judged with the real frameworks and crosswalk.
class FinishedChecklistTest {
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final KeyId ACTOR = new KeyId(Digest.sha256(Bytes.utf8("officer")));

    private static final Set<String> EXEMPTIONS =
            Set.of("dora.simplified", "dora.microenterprise", "ai.exemption.documented");

    private final FrameworkLibrary library = FrameworkLibrary.load();
    private final List<Recorded<? extends Event>> events = new ArrayList<>();

    private Map<String, Map<RequirementState, Long>> judge() {
        for (Framework framework : library.frameworks()) {
            record(new Event.FrameworkAdopted(framework.id(), framework.version(), framework.content()));
        }
        Posture posture = PostureCalculation.postureAt(
                library.catalogue(),
                new CheckCatalogue(List.of()),
                new History(events, _ -> Optional.empty()),
                NOW,
                NOW);
        Map<String, Map<RequirementState, Long>> counts = new TreeMap<>();
        posture.frameworks().forEach((id, framework) -> {
            Map<RequirementState, Long> present = new TreeMap<>();
            framework.requirements().stream()
                    .filter(row -> !row.requirement().kind().equals(Requirement.SCOPE_QUESTION))
                    .forEach(row -> present.merge(row.state(), 1L, Long::sum));
            counts.put(id.value(), present);
        });
        return counts;
    }

    private void record(Event event) {
        events.add(new Recorded<>(events.size(), NOW, NOW, Optional.empty(), ACTOR, event));
    }

    /// As much as can apply to one organisation: every question of yes and no answered with yes, but for exemptions.
    private void scopeOfWhatBindsMost() {
        SystemId system = new SystemId("assistant");
        PayloadRef text = new PayloadRef(ACTOR.spkiDigest(), ACTOR.spkiDigest(), 1);
        record(new ScopeEvent.SystemDefined(system, text));
        for (ScopeQuestion question : library.catalogue().scope().questions()) {
            if (question.yesOrNo()) {
                record(new ScopeEvent.ScopeFactStated(
                        question.id(),
                        EXEMPTIONS.contains(question.id().value()) ? ScopeQuestion.NO : ScopeQuestion.YES,
                        question.level() == Level.SYSTEM ? Optional.of(system) : Optional.empty(),
                        text));
            }
        }
    }

    @Test
    void withoutAFactOfScopeWhatBindsOnlySomeIsUnscoped() {
        Map<String, Map<RequirementState, Long>> counts = judge();
        assertEquals(Map.of(UNSCOPED, 1028L), counts.get("dora"));
        assertEquals(Map.of(NOT_ASSESSED, 70L), counts.get("iso42001"));
    }

    @Test
    void withoutAnAnswerNothingIsAssessedAndLaterLawDoesNotApplyYet() {
        scopeOfWhatBindsMost();
        Map<String, Map<RequirementState, Long>> counts = judge();
        assertEquals(Map.of(NOT_ASSESSED, 932L, OUT_OF_SCOPE, 96L), counts.get("dora"));
        assertEquals(Map.of(NOT_ASSESSED, 229L, NOT_YET_APPLICABLE, 211L), counts.get("eu-ai-act"));
    }

    @Test
    void everyControlAnsweredMetClosesSevenRequirementsInAllFrameworks() {
        scopeOfWhatBindsMost();
        for (Control control : library.controls()) {
            record(new Event.ControlAnswered(
                    control.id(),
                    AnswerStatus.MET,
                    control.textDigest(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of()));
        }
        Map<String, Map<RequirementState, Long>> counts = judge();
        assertEquals(Map.of(CLAIMED, 3L, SUPPORTED, 103L, NOT_ASSESSED, 826L, OUT_OF_SCOPE, 96L), counts.get("dora"));
        assertEquals(Map.of(CLAIMED, 2L, SUPPORTED, 37L, NOT_ASSESSED, 301L), counts.get("hipaa"));
        assertEquals(Map.of(SUPPORTED, 49L, NOT_ASSESSED, 169L), counts.get("iso27001"));
        assertEquals(Map.of(SUPPORTED, 36L, NOT_ASSESSED, 34L), counts.get("iso42001"));
        assertEquals(
                7,
                counts.values().stream()
                        .mapToLong(each -> each.getOrDefault(CLAIMED, 0L))
                        .sum());
        assertEquals(
                505,
                counts.values().stream()
                        .mapToLong(each -> each.getOrDefault(CLAIMED, 0L) + each.getOrDefault(SUPPORTED, 0L))
                        .sum());
    }
}
