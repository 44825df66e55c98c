package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.posture.AnswerForce;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeTest {
    @TempDir
    Path temporary;

    private Laptop anna;
    private Laptop ben;

    @BeforeEach
    void pair() throws IOException, WorkspaceException {
        anna = new Laptop(temporary, "anna");
        ben = new Laptop(temporary, "ben");
        Laptop.pair(anna, ben);
    }

    @AfterEach
    void close() throws WorkspaceException {
        anna.close();
        ben.close();
    }

    @Test
    void anAnswerOfTheOtherLaptopCountsHereUnderItsAuthorsName() throws WorkspaceException {
        anna.answer(AnswerStatus.MET, "two firewalls");
        ImportSummary summary = ben.takeFrom(anna);
        ControlPosture row = ben.row();
        assertEquals(Optional.of(AnswerStatus.MET), row.status());
        assertEquals(
                List.of("Anna Jensen", "two firewalls"),
                ben.workspace.history(Laptop.CONTROL).stream()
                        .flatMap(line -> List.of(line.actor(), line.note().orElse("none")).stream())
                        .toList());
        assertEquals(0, summary.absent());
        assertEquals(summary.size(), summary.recorded());
    }

    @Test
    void whatWasKnownBeforeTheImportStaysWhatItWas() throws WorkspaceException {
        anna.answer(AnswerStatus.MET, "two firewalls");
        ben.fixture.clock.moveBy(Duration.ofDays(10));
        var before = ben.fixture.clock.instant();
        ben.takeFrom(anna);
        var row = ben.workspace.postureAt(before, before).controls().stream()
                .filter(each -> each.control().id().equals(Laptop.CONTROL))
                .findFirst()
                .orElseThrow();
        assertEquals(AnswerForce.NO_ANSWER, row.counts());
        assertEquals(AnswerForce.COUNTS, ben.row().counts());
    }

    @Test
    void evidenceComesWithItsBytes() throws IOException, WorkspaceException {
        Path file = Files.writeString(temporary.resolve("policy.txt"), "Nobody leaves the network.");
        EvidenceId id = anna.workspace.attach(file, Laptop.CONTROL, "policy");
        ben.takeFrom(anna);
        Artefact artefact = ben.workspace.artefacts(id).getFirst();
        assertEquals(
                "Nobody leaves the network.",
                ben.workspace.content(artefact.payload()).asUtf8());
        assertEquals(List.of(id), ben.row().linked());
    }

    @Test
    void takingTheSameBundleTwiceChangesNothing() throws WorkspaceException {
        anna.answer(AnswerStatus.MET, "two firewalls");
        Path bundle = anna.export(ben);
        ben.take(bundle);
        var before = ben.state();
        ImportSummary again = ben.take(bundle);
        assertEquals(0, again.recorded());
        assertEquals(before, ben.state());
    }

    @Test
    void bundlesThatOverlapAddOnlyWhatIsNew() throws WorkspaceException {
        anna.answer(AnswerStatus.PARTLY_MET, "one firewall");
        ben.takeFrom(anna);
        anna.answer(AnswerStatus.MET, "two firewalls");
        ImportSummary second = ben.take(anna.export(ben, OptionalLong.of(2)));
        assertEquals(1, second.recorded());
        assertEquals(Optional.of(AnswerStatus.MET), ben.row().status());
    }

    @Test
    void whatCameFromHereIsNotTakenBack() throws WorkspaceException {
        anna.answer(AnswerStatus.MET, "two firewalls");
        ben.takeFrom(anna);
        ImportSummary back = anna.takeFrom(ben);
        long own = anna.workspace.log().stream()
                .filter(line -> line.summary().matches("entry \\d+ of " + annaOrigin() + "[,:].*"))
                .count();
        assertEquals(0, own);
        assertTrue(back.recorded() < back.size(), back.toString());
        for (int round = 0; round < 3; round++) {
            long taken = ben.takeFrom(anna).recorded();
            assertTrue(taken <= 3, "each side only tells that it took the other's: " + taken);
            anna.takeFrom(ben);
        }
    }

    private String annaOrigin() {
        try {
            return anna.origin();
        } catch (WorkspaceException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void answersWithoutKnowledgeOfEachOtherAreAConflictUntilSomebodyDecides() throws WorkspaceException {
        anna.answer(AnswerStatus.MET, "two firewalls");
        ben.fixture.clock.moveBy(Duration.ofDays(1));
        ben.answer(AnswerStatus.NOT_MET, "the second is switched off");
        ben.takeFrom(anna);
        anna.fixture.clock.moveBy(Duration.ofDays(2));
        anna.takeFrom(ben);
        for (Laptop laptop : List.of(anna, ben)) {
            assertEquals(AnswerForce.CONFLICT, laptop.row().counts());
            assertEquals(Optional.empty(), laptop.row().status());
            assertEquals(
                    List.of("MET", "NOT_MET"),
                    laptop.conflicts().getFirst().sides().stream()
                            .map(side -> side.answer().event().status().name())
                            .sorted()
                            .toList());
        }
        Conflict conflict = anna.conflicts().getFirst();
        Conflict.Side right = conflict.sides().stream()
                .filter(side -> side.answer().event().status() == AnswerStatus.NOT_MET)
                .findFirst()
                .orElseThrow();
        anna.workspace.exchange().decide(Laptop.CONTROL, right.answer().entry(), "Ben looked at it");
        ben.takeFrom(anna);
        for (Laptop laptop : List.of(anna, ben)) {
            assertEquals(Optional.of(AnswerStatus.NOT_MET), laptop.row().status());
            assertEquals(List.of(), laptop.conflicts());
        }
    }

    @Test
    void anAnswerInKnowledgeOfTheOtherSupersedesIt() throws WorkspaceException {
        anna.answer(AnswerStatus.MET, "two firewalls");
        ben.takeFrom(anna);
        ben.fixture.clock.moveBy(Duration.ofHours(1));
        ben.answer(AnswerStatus.NOT_MET, "one is switched off");
        anna.fixture.clock.moveBy(Duration.ofDays(1));
        anna.takeFrom(ben);
        assertEquals(Optional.of(AnswerStatus.NOT_MET), anna.row().status());
        assertEquals(Optional.of(AnswerStatus.NOT_MET), ben.row().status());
    }

    @Test
    void aForkIsRefusedAndRecordedWithBothCheckpoints() throws IOException, WorkspaceException {
        anna.answer(AnswerStatus.PARTLY_MET, "one firewall");
        anna.workspace.close();
        Path copy = temporary.resolve("anna/copy");
        copyFolder(anna.fixture.folder, copy);
        anna.workspace = anna.fixture.open(Access.WRITE);
        anna.answer(AnswerStatus.MET, "two firewalls");
        ben.takeFrom(anna);
        try (Passphrased other = new Passphrased(copy, anna)) {
            other.workspace()
                    .answer(AnswerRequest.of(Laptop.CONTROL, AnswerStatus.NOT_MET)
                            .withNote("none"));
            Path bundle = anna.next(".bundle");
            other.workspace().exchange().export(Optional.of(ben.origin()), OptionalLong.of(0), bundle);
            long size = ben.workspace.describe().size();
            WorkspaceException refusal = assertThrows(WorkspaceException.class, () -> ben.take(bundle));
            assertEquals(Kind.FORKED, refusal.kind());
            assertTrue(String.valueOf(refusal.getMessage()).contains("They differ in entries ["), refusal.toString());
            assertEquals(size + 1, ben.workspace.describe().size());
            assertEquals("ForkSeen", ben.workspace.log().getLast().kind());
            assertThrows(WorkspaceException.class, () -> ben.take(bundle));
            assertEquals(size + 1, ben.workspace.describe().size());
            assertEquals(
                    1, ben.workspace.exchange().overview().peers().getFirst().forks());
            assertEquals(Optional.of(AnswerStatus.MET), ben.row().status());
        }
    }

    private record Passphrased(Workspace workspace) implements AutoCloseable {
        Passphrased(Path folder, Laptop laptop) throws WorkspaceException {
            this(Workspace.open(folder, WorkspaceFixture.passphrase(), Access.WRITE, laptop.fixture.environment()));
        }

        @Override
        public void close() throws WorkspaceException {
            workspace.close();
        }
    }

    private static void copyFolder(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @Test
    void aWorkspaceThatTookABundleStillVerifies() throws WorkspaceException {
        anna.answer(AnswerStatus.MET, "two firewalls");
        ben.takeFrom(anna);
        ben.workspace.close();
        Verification verification = WorkspaceVerifier.verify(ben.fixture.folder);
        assertTrue(
                verification.verdict() instanceof Verdict.Intact,
                verification.verdict().toString());
        ben.workspace = ben.fixture.open(Access.WRITE);
        assertEquals(Optional.of(AnswerStatus.MET), ben.row().status());
    }

    @Test
    void aBundleForAnotherLaptopIsRefused() throws IOException, WorkspaceException {
        try (Laptop chris = new Laptop(temporary, "chris")) {
            Laptop.pair(anna, chris);
            Path bundle = anna.export(ben);
            WorkspaceException refusal = assertThrows(WorkspaceException.class, () -> chris.take(bundle));
            assertTrue(String.valueOf(refusal.getMessage()).contains("it was made for the log " + ben.origin()));
        }
    }

    @Test
    void aGapIsRefusedWithWhatToAskFor() throws WorkspaceException {
        anna.answer(AnswerStatus.MET, "two firewalls");
        Path bundle = anna.export(ben, OptionalLong.of(3));
        WorkspaceException refusal = assertThrows(WorkspaceException.class, () -> ben.take(bundle));
        assertTrue(String.valueOf(refusal.getMessage()).contains("--since 0"), refusal.toString());
    }

    @Test
    void aPackThatRestsOnTheOtherLaptopsEvidenceVerifies() throws IOException, WorkspaceException {
        Path file = Files.writeString(temporary.resolve("policy.txt"), "Nobody leaves the network.");
        EvidenceId id = anna.workspace.attach(file, Laptop.CONTROL, "policy");
        anna.workspace.answer(AnswerRequest.of(Laptop.CONTROL, AnswerStatus.MET).withEvidence(List.of(id)));
        ben.takeFrom(anna);
        Path pack = temporary.resolve("dora.zip");
        ben.workspace.pack(new PackRequest(new FrameworkId("dora"), "full", pack, Set.of()), _ -> {});
        Verification verification = WorkspaceVerifier.verify(pack);
        assertTrue(
                verification.verdict() instanceof Verdict.Intact,
                verification.verdict().toString());
    }
}
