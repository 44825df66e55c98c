package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.proof.Bytes;
import org.cairn.proof.Defect;
import org.cairn.proof.Digest;
import org.cairn.proof.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderVerificationTest {
    private static final FixedCollector COLLECTOR = new FixedCollector("test.fixed", "PermitRootLogin no\n");
    private static final ControlId CONTROL = new ControlId("NET-4");

    @TempDir
    Path temporary;

    private WorkspaceFixture fixture;
    private RecordedEvidence recorded;
    private Digest raw;

    @BeforeEach
    void prepare() throws Exception {
        fixture = new WorkspaceFixture(temporary);
        try (Workspace workspace = fixture.found(COLLECTOR)) {
            recorded = workspace
                    .collect(List.of(), CollectionProgress.silent(), new Cancellation())
                    .evidence()
                    .getFirst();
            raw = workspace.artefacts(recorded.id()).getFirst().payload().stored();
        }
    }

    @Test
    void everyDefectIsNamedAndNotOnlyTheFirst() throws Exception {
        String manifest = slashed(recorded.manifest().stored());
        String text = text();
        Files.writeString(fixture.folder.resolve("evidence/" + slashed(raw)), "other bytes");
        Files.delete(fixture.folder.resolve("evidence/" + manifest));
        Files.delete(fixture.folder.resolve("keys/payload/" + text));
        List<Defect> defects = defects();
        named(defects, "evidence/" + slashed(raw), Optional.empty(), "its SHA-256 is");
        named(defects, "evidence/" + manifest, Optional.empty(), "is missing");
        named(defects, "evidence/" + manifest, Optional.of(recorded.entry()), "is missing");
        named(defects, "keys/payload/" + text, Optional.of(0L), "is missing");
    }

    @Test
    void aChangedLedgerIsBrokenOpensForReadingWithAnAlarmAndTakesNothingMore() throws Exception {
        Path tail = fixture.folder.resolve("ledger/tail.log");
        byte[] content = Files.readAllBytes(tail);
        content[2000] ^= 1;
        Files.write(tail, content);
        assertTrue(defects().stream().anyMatch(defect -> defect.file().equals("ledger/tail.log")), "names the file");
        try (Workspace workspace = fixture.open(Access.WRITE)) {
            assertTrue(workspace.describe().alarms().getFirst().startsWith("The ledger is damaged"));
            WorkspaceException refused = assertThrows(
                    WorkspaceException.class, () -> workspace.answer(AnswerRequest.of(CONTROL, AnswerStatus.MET)));
            assertEquals(Kind.READ_ONLY, refused.kind());
        }
    }

    @Test
    void keysOfAnotherWorkspaceDoNotVerifyThisOne() throws Exception {
        WorkspaceFixture other = new WorkspaceFixture(Files.createDirectory(temporary.resolve("other")));
        other.found().close();
        Path keys = Path.of("keys", "public.json");
        Files.copy(other.folder.resolve(keys), fixture.folder.resolve(keys), StandardCopyOption.REPLACE_EXISTING);
        assertTrue(defects().size() > 2);
        WorkspaceException refused = assertThrows(WorkspaceException.class, () -> fixture.open(Access.READ));
        assertEquals(Kind.DAMAGED, refused.kind());
    }

    @Test
    void evidenceThatWasChangedIsNeverShownAndItsEntryIsNamed() throws Exception {
        Files.writeString(
                fixture.folder.resolve("evidence/" + slashed(recorded.manifest().stored())), "other bytes");
        try (Workspace workspace = fixture.open(Access.READ)) {
            assertEquals(List.of(), workspace.evidence());
            WorkspaceException refused =
                    assertThrows(WorkspaceException.class, () -> workspace.artefacts(recorded.id()));
            assertEquals(Kind.DAMAGED, refused.kind());
            List<String> alarms = workspace.describe().alarms();
            assertTrue(alarms.getFirst().contains(recorded.id().shortForm()), alarms.toString());
        }
    }

    @Test
    void anEntryByAKeyThatWasNotEnrolledIsNamed() throws Exception {
        WorkspaceFixture other = new WorkspaceFixture(Files.createDirectory(temporary.resolve("other")));
        Bytes strange;
        try (Workspace workspace = other.found(COLLECTOR)) {
            workspace.collect(List.of(), CollectionProgress.silent(), new Cancellation());
            strange = workspace.prove(workspace.log().getLast().entry()).envelope();
        }
        try (Workspace workspace = fixture.open(Access.READ)) {
            EntryAudit audit = new EntryAudit(new WorkspaceFolder(fixture.folder));
            assertEquals(Optional.empty(), audit.problem(0, workspace.prove(0).envelope()));
            assertEquals(Optional.empty(), audit.problem(1, workspace.prove(1).envelope()));
            assertTrue(audit.problem(2, strange).orElse("").contains("which was not enrolled before"));
        }
    }

    /// The organisation's name, to which the first entry refers.
    private String text() throws WorkspaceException {
        try (Workspace workspace = fixture.open(Access.READ)) {
            return slashed(PayloadRefs.of(workspace.log().getFirst().recorded().event())
                    .getFirst()
                    .stored());
        }
    }

    private List<Defect> defects() throws WorkspaceException {
        Verdict verdict = WorkspaceVerifier.verify(fixture.folder).verdict();
        return assertInstanceOf(Verdict.Broken.class, verdict).defects();
    }

    private static void named(List<Defect> defects, String file, Optional<Long> entry, String problem) {
        assertTrue(
                defects.stream()
                        .anyMatch(defect -> defect.file().equals(file)
                                && defect.entry().equals(entry)
                                && defect.problem().contains(problem)),
                file + " " + problem + " among " + defects);
    }

    private static String slashed(Digest stored) {
        return EvidenceVault.location(stored).toString().replace('\\', '/');
    }
}
