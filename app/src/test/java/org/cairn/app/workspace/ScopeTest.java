package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.SystemId;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.checklist.posture.Posture;
import org.cairn.checklist.posture.RequirementPosture;
import org.cairn.checklist.posture.RequirementState;
import org.cairn.checklist.scope.Applicability;
import org.cairn.frameworks.ScopeProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScopeTest {
    private static final FrameworkId AI_ACT = new FrameworkId("eu-ai-act");

    @TempDir
    private Path temporary;

    private static Map<String, Long> counts(Posture posture, FrameworkId id) {
        FrameworkPosture framework = posture.framework(id).orElseThrow();
        Map<String, Long> counts = new TreeMap<>();
        for (RequirementPosture row : framework.requirements()) {
            String word = switch (row.scope().overall()) {
                case Applicability.Applies _ -> "applies";
                case Applicability.Unscoped _ -> "unscoped";
                case Applicability.OutOfScope _ -> "out";
            };
            counts.merge(word, 1L, Long::sum);
        }
        return counts;
    }

    private static void apply(Workspace workspace, String id) throws WorkspaceException {
        ScopeProfile profile = workspace.scopes().profile(id);
        workspace.scopes().apply(profile, profile.system(), profile.systemName(), profile.facts(), Optional.empty());
    }

    private Posture after(String profile) throws WorkspaceException {
        try (Workspace workspace = new WorkspaceFixture(temporary.resolve(profile)).found()) {
            apply(workspace, profile);
            return workspace.postureNow();
        }
    }

    private static RequirementState state(Posture posture, String number) {
        return row(posture, number).state();
    }

    private static RequirementPosture row(Posture posture, String number) {
        RequirementId id = new RequirementId(AI_ACT, number);
        return posture.framework(AI_ACT).orElseThrow().requirements().stream()
                .filter(row -> row.requirement().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void threeScopesGiveThreeSetsOfRequirements() throws WorkspaceException {
        Posture bank = after("eu-bank-own-llm");
        Posture hospital = after("hospital-diagnostic");
        Posture authority = after("public-authority-casework");
        assertEquals(RequirementState.OUT_OF_SCOPE, state(bank, "Art. 26(6)"), "no high-risk use");
        assertEquals(RequirementState.NOT_YET_APPLICABLE, state(hospital, "Art. 26(6)"), "a high-risk product");
        assertEquals(RequirementState.NOT_YET_APPLICABLE, state(authority, "Art. 27(1)"), "an authority");
        assertEquals(RequirementState.OUT_OF_SCOPE, state(bank, "Art. 27(1)"));
        assertEquals(
                "{applies=16, out=445} {applies=43, out=410, unscoped=8} {applies=53, out=379, unscoped=29}"
                        + " {applies=791, out=136, unscoped=123}",
                counts(bank, AI_ACT) + " " + counts(hospital, AI_ACT) + " " + counts(authority, AI_ACT) + " "
                        + counts(bank, new FrameworkId("dora")));
    }

    @Test
    void theSameScopeOnTwoDaysAndTheLaterAsKnownOnTheEarlier() throws WorkspaceException {
        WorkspaceFixture fixture = new WorkspaceFixture(temporary);
        try (Workspace workspace = fixture.found()) {
            apply(workspace, "hospital-diagnostic");
            fixture.clock.moveBy(Duration.ofDays(300));
            Instant july = Instant.parse("2026-07-01T12:00:00Z");
            Instant november = Instant.parse("2026-11-21T12:00:00Z");
            Posture then = workspace.postureAt(july, july);
            Posture later = workspace.postureAt(november, november);
            Posture laterAsKnownThen = workspace.postureAt(november, july);
            assertEquals(RequirementState.NOT_YET_APPLICABLE, state(then, "Art. 26(6)"), "from 2 August 2026");
            assertEquals(RequirementState.NOT_YET_APPLICABLE, state(later, "Art. 26(6)"), "from 2 December 2027");
            assertEquals(RequirementState.NOT_ASSESSED, state(laterAsKnownThen, "Art. 26(6)"));
            assertEquals(
                    "{applies=43, out=410, unscoped=8} {applies=48, out=431, unscoped=11}"
                            + " {applies=43, out=410, unscoped=8}",
                    counts(then, AI_ACT) + " " + counts(later, AI_ACT) + " " + counts(laterAsKnownThen, AI_ACT));
        }
    }

    @Test
    void aFactIsSoFromItsDayAndACorrectionAppends() throws WorkspaceException {
        WorkspaceFixture fixture = new WorkspaceFixture(temporary);
        try (Workspace workspace = fixture.found()) {
            SystemId desk = new SystemId("desk");
            workspace.scopes().define(desk, "Loans desk", Optional.empty());
            Instant before = fixture.clock.instant();
            fixture.clock.moveBy(Duration.ofDays(10));
            long yes = workspace.scopes().state(fact("ai.deployer", "yes", Optional.of(desk)));
            Instant between = fixture.clock.instant();
            fixture.clock.moveBy(Duration.ofDays(10));
            long no = workspace.scopes().state(fact("ai.deployer", "no", Optional.of(desk)));
            assertEquals(yes + 1, no);
            ScopeFact deployer = new ScopeFact("ai.deployer");
            assertEquals(
                    Optional.empty(),
                    workspace.postureAt(before, fixture.clock.instant()).scope().known(deployer, Optional.of(desk)));
            assertEquals(
                    Optional.of(yes),
                    workspace
                            .postureAt(between, fixture.clock.instant())
                            .scope()
                            .known(deployer, Optional.of(desk))
                            .map(fact -> fact.entry()));
            assertEquals(
                    Optional.of("no"),
                    workspace
                            .postureNow()
                            .scope()
                            .known(deployer, Optional.of(desk))
                            .map(fact -> fact.answer()));
        }
    }

    @Test
    void whatDoesNotFitIsRefusedAndNothingIsRecorded() throws WorkspaceException {
        try (Workspace workspace = new WorkspaceFixture(temporary).found()) {
            long size = workspace.describe().size();
            refused(workspace, fact("ai.deployr", "yes", Optional.empty()));
            refused(workspace, fact("dora.entity", "perhaps", Optional.empty()));
            refused(workspace, fact("ai.deployer", "yes", Optional.empty()));
            refused(workspace, fact("ai.deployer", "yes", Optional.of(new SystemId("nowhere"))));
            refused(workspace, fact("dora.entity", "yes", Optional.of(new SystemId("nowhere"))));
            refused(
                    workspace,
                    new FactRequest(new ScopeFact("dora.entity"), "yes", Optional.empty(), " ", Optional.empty()));
            assertEquals(size, workspace.describe().size());
        }
    }

    private static void refused(Workspace workspace, FactRequest request) {
        assertThrows(WorkspaceException.class, () -> workspace.scopes().state(request));
    }

    private static FactRequest fact(String id, String answer, Optional<SystemId> system) {
        return new FactRequest(new ScopeFact(id), answer, system, "Because it is so.", Optional.empty());
    }
}
