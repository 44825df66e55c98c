package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.Bytes;
import org.cairn.proof.TlogProof;
import org.cairn.proof.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    private static final FixedCollector COLLECTOR = new FixedCollector("test.fixed", "PermitRootLogin no\n");
    private static final ControlId CONTROL = new ControlId("NET-4");

    @TempDir
    Path temporary;

    private WorkspaceFixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new WorkspaceFixture(temporary);
    }

    @Test
    void aFoundedWorkspaceSaysWhoItIsAndVerifies() throws WorkspaceException {
        try (Workspace workspace = fixture.found()) {
            Description description = workspace.describe();
            assertEquals("Acme Bank", description.organisation());
            assertEquals("Anna Jensen", description.person().orElseThrow().name());
            assertTrue(description.origin().startsWith("cairn/acme-bank/"), description.origin());
            assertEquals(List.of(), description.alarms());
            assertTrue(workspace.recoveryCode().isPresent());
        }
        assertIntact();
    }

    @Test
    void whatWasRecordedIsThereAfterReopening() throws Exception {
        RecordedEvidence recorded;
        try (Workspace workspace = fixture.found(COLLECTOR)) {
            CollectionSummary summary = workspace.collect(List.of(), CollectionProgress.silent(), new Cancellation());
            recorded = summary.evidence().getFirst();
            assertEquals(List.of(), summary.failed());
            workspace.answer(AnswerRequest.of(CONTROL, AnswerStatus.MET)
                    .withNote("ruleset reviewed")
                    .withOwner("Bo")
                    .withEvidence(List.of(recorded.id())));
        }
        try (Workspace workspace = fixture.open(Access.READ)) {
            assertEquals(List.of(recorded), workspace.evidence());
            Artefact artefact = workspace.artefacts(recorded.id()).getFirst();
            assertEquals(Bytes.utf8("PermitRootLogin no\n"), workspace.content(artefact.payload()));
            HistoryLine line = workspace.history(CONTROL).getFirst();
            assertEquals(Optional.of("ruleset reviewed"), line.note());
            assertEquals("Anna Jensen", line.actor());
            assertEquals(List.of(recorded.id()), line.evidence());
        }
        assertIntact();
    }

    @Test
    void anAnswerShowsInThePostureOfItsDayAndNotBefore() throws WorkspaceException {
        Instant before;
        try (Workspace workspace = fixture.found()) {
            before = fixture.clock.instant();
            fixture.clock.moveBy(Duration.ofDays(1));
            workspace.answer(AnswerRequest.of(CONTROL, AnswerStatus.NOT_MET));
            assertEquals(
                    Optional.of(AnswerStatus.NOT_MET),
                    workspace.postureNow().control(CONTROL).orElseThrow().status());
            assertEquals(
                    Optional.empty(),
                    workspace
                            .postureAt(before, before)
                            .control(CONTROL)
                            .orElseThrow()
                            .status());
        }
    }

    @Test
    void anAttachedFileIsKeptWithItsBytesAndLinkedToItsControl() throws Exception {
        Path file = Files.writeString(temporary.resolve("policy.txt"), "default deny");
        try (Workspace workspace = fixture.found()) {
            EvidenceId id = workspace.attach(file, CONTROL, "Firewall policy");
            Artefact artefact = workspace.artefacts(id).getFirst();
            assertEquals(Bytes.utf8("default deny"), workspace.content(artefact.payload()));
            assertEquals(
                    List.of(id),
                    workspace.postureNow().control(CONTROL).orElseThrow().linked());
        }
        assertIntact();
    }

    @Test
    void aClockThatGoesBackIsRecordedAndToldNotHidden() throws WorkspaceException {
        try (Workspace workspace = fixture.found()) {
            workspace.answer(AnswerRequest.of(CONTROL, AnswerStatus.MET));
            fixture.clock.moveBy(Duration.ofHours(-3));
            workspace.answer(AnswerRequest.of(CONTROL, AnswerStatus.NOT_MET));
            List<String> kinds = workspace.log().stream().map(LogLine::kind).toList();
            assertEquals(
                    List.of("SessionOpened", "ControlAnswered", "ClockWentBack", "ControlAnswered"),
                    kinds.subList(kinds.size() - 4, kinds.size()));
            assertTrue(workspace.describe().alarms().getFirst().startsWith("The clock went back"));
        }
        assertIntact();
    }

    @Test
    void everyEntryProvesUnderTheCheckpoint() throws Exception {
        try (Workspace workspace = fixture.found(COLLECTOR)) {
            workspace.collect(List.of(), CollectionProgress.silent(), new Cancellation());
            for (LogLine line : workspace.log()) {
                ProofResult proof = workspace.prove(line.entry());
                assertTrue(TlogProof.parse(proof.proof()).proves(proof.leafHash()), "entry " + line.entry());
            }
        }
    }

    @Test
    void whatLiesOnDiskTellsNeitherNamesNorEvidence() throws Exception {
        try (Workspace workspace = fixture.found(COLLECTOR)) {
            workspace.collect(List.of(), CollectionProgress.silent(), new Cancellation());
            workspace.answer(AnswerRequest.of(CONTROL, AnswerStatus.MET).withNote("a very secret note"));
        }
        try (Stream<Path> files = Files.walk(fixture.folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Bytes.copyOf(Files.readAllBytes(file)).asUtf8();
                for (String secret : List.of("Anna Jensen", "PermitRootLogin", "a very secret note")) {
                    assertTrue(!content.contains(secret), file + " tells " + secret);
                }
            }
        }
    }

    private void assertIntact() throws WorkspaceException {
        assertInstanceOf(
                Verdict.Intact.class,
                WorkspaceVerifier.verify(fixture.folder).verdict(),
                () -> "the folder must verify");
    }
}
