package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.app.workspace.ErasureRequest.Target;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.event.ErasureEvent.EvidenceErased;
import org.cairn.checklist.event.ErasureReason;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two people destroy what was recorded; nobody does so alone, too early, or of something else.
class ErasureTest {
    private static final ControlId CONTROL = TwoPeople.CONTROL;

    @TempDir
    private Path temporary;

    private ErasingPeople erasing;

    @BeforeEach
    void prepare() throws Exception {
        erasing = new ErasingPeople(temporary);
    }

    @Test
    void nothingIsDestroyedBeforeASecondPersonApprovesAndThenKeyAndBytesAreGone() throws Exception {
        try (Workspace acme = erasing.people.anna.open(Access.WRITE)) {
            EvidenceId id = erasing.attach(acme);
            List<Path> files = erasing.files(acme, id);
            assertEquals(4, files.size());
            Proposal proposal = acme.keeping().proposeErasure(ErasingPeople.request(new Target.Evidence(id)));
            WorkspaceException alone = assertThrows(
                    WorkspaceException.class, () -> acme.proposals().approve(proposal));
            assertEquals(Kind.NOT_ALLOWED, alone.kind());
            assertTrue(files.stream().allMatch(Files::exists), "nothing destroyed yet");
            assertEquals(1, acme.artefacts(id).size());

            long erased = erasing.approve(acme, proposal);
            assertEquals(List.of(), files.stream().filter(Files::exists).toList());
            assertEquals(List.of(), acme.evidence());
            WorkspaceException gone = assertThrows(WorkspaceException.class, () -> acme.artefacts(id));
            assertTrue(String.valueOf(gone.getMessage()).contains("was erased"), gone.getMessage());
            WorkspaceException again = assertThrows(
                    WorkspaceException.class,
                    () -> acme.keeping().proposeErasure(ErasingPeople.request(new Target.Evidence(id))));
            assertTrue(String.valueOf(again.getMessage()).contains("by entry " + erased), again.getMessage());
        }
        Verification verification = WorkspaceVerifier.verify(erasing.people.anna.folder);
        assertInstanceOf(Verdict.Intact.class, verification.verdict(), verification.toString());
        assertTrue(verification.checked().contains("erased payloads: 2, of none is a key or a byte left"));
    }

    @Test
    void whatACrashLeftIsNamedByAVerificationAndDestroyedAtTheNextOpening() throws Exception {
        Map<Path, byte[]> left = new LinkedHashMap<>();
        EvidenceId id;
        try (Workspace acme = erasing.people.anna.open(Access.WRITE)) {
            id = erasing.attach(acme);
            for (Path file : erasing.files(acme, id)) {
                left.put(file, Files.readAllBytes(file));
            }
            erasing.erase(acme, new Target.Evidence(id));
        }
        for (Map.Entry<Path, byte[]> file : left.entrySet()) {
            Files.write(file.getKey(), file.getValue());
        }
        Verdict.Broken broken = assertInstanceOf(
                Verdict.Broken.class,
                WorkspaceVerifier.verify(erasing.people.anna.folder).verdict());
        for (Path file : left.keySet()) {
            String name = erasing.people.anna.folder.relativize(file).toString();
            assertTrue(
                    broken.defects().stream().anyMatch(defect -> defect.file().equals(name)), name + " in " + broken);
        }
        try (Workspace acme = erasing.people.anna.open(Access.READ)) {
            assertEquals(List.of(), acme.evidence());
            assertThrows(WorkspaceException.class, () -> acme.artefacts(id));
        }
        erasing.people.anna.open(Access.WRITE).close();
        assertEquals(List.of(), left.keySet().stream().filter(Files::exists).toList());
        assertInstanceOf(
                Verdict.Intact.class,
                WorkspaceVerifier.verify(erasing.people.anna.folder).verdict());
    }

    @Test
    void aLegalHoldRefusesAlsoOneThatWasPlacedAfterTheProposal() throws Exception {
        try (Workspace acme = erasing.people.anna.open(Access.WRITE)) {
            EvidenceId id = erasing.attach(acme);
            long early = acme.keeping().placeHold(List.of(), List.of(CONTROL), "dispute");
            ErasingPeople.refused(
                    "is on legal hold (entry " + early + ")",
                    () -> acme.keeping().proposeErasure(ErasingPeople.request(new Target.Evidence(id))));
            acme.keeping().liftHold(early, "settled");
            Proposal proposal = acme.keeping().proposeErasure(ErasingPeople.request(new Target.Evidence(id)));
            long late = acme.keeping().placeHold(List.of(id), List.of(), "another dispute");
            ErasingPeople.refused("is on legal hold (entry " + late + ")", () -> erasing.approve(acme, proposal));
            assertEquals(1, acme.evidence().size());
            acme.keeping().liftHold(late, "settled too");
            erasing.approve(acme, proposal);
            assertEquals(List.of(), acme.evidence());
        }
    }

    @Test
    void belowARetentionPeriodAnErasureNeedsAReasonWhichIsRecorded() throws Exception {
        try (Workspace acme = erasing.people.anna.open(Access.WRITE)) {
            EvidenceId id = erasing.attach(acme);
            long size = acme.log().size();
            ErasureRequest without = new ErasureRequest(
                    new Target.Evidence(id), ErasureReason.CONSENT_WITHDRAWN, "asked for", Optional.empty());
            ErasingPeople.refused(
                    "by AIA-DOC-10Y (Art. 18(1))", () -> acme.keeping().proposeErasure(without));
            assertEquals(size, acme.log().size());
            long entry = erasing.erase(acme, new Target.Evidence(id));
            EvidenceErased event = (EvidenceErased)
                    acme.log().get(Math.toIntExact(entry)).recorded().event();
            assertEquals(
                    "nobody relies on it",
                    acme.content(event.override().orElseThrow()).asUtf8());
            assertEquals("asked for", acme.content(event.explanation()).asUtf8());
        }
    }

    @Test
    void anErasureThatNamesPayloadsOfSomethingElseIsNotApproved() throws Exception {
        try (Workspace acme = erasing.people.anna.open(Access.WRITE)) {
            EvidenceId id = erasing.attach(acme);
            EvidenceId other = acme.attach(erasing.file("other.txt", "other"), CONTROL, "Other");
            Proposal honest = acme.keeping().proposeErasure(ErasingPeople.request(new Target.Evidence(id)));
            EvidenceErased event = (EvidenceErased) honest.event().event();
            Proposal forged = acme.proposals()
                    .propose(new EvidenceErased(
                            id, List.of(other.stored()), 0, event.reason(), event.explanation(), event.override()));
            ErasingPeople.refused("names other payloads than those of evidence", () -> erasing.approve(acme, forged));
            assertEquals(2, acme.evidence().size());
        }
    }

    @Test
    void theCopiesThatAnErasureDoesNotReachAreNamed() throws Exception {
        try (Workspace acme = erasing.people.anna.open(Access.WRITE)) {
            acme.backUp(erasing.people.stick("earlier.zip"), Optional.empty());
            EvidenceId id = erasing.attach(acme);
            assertEquals(List.of(), acme.keeping().copiesOf(new Target.Evidence(id)));
            acme.backUp(erasing.people.stick("backup.zip"), Optional.of(erasing.people.stick("keys.zip")));
            ErasingPeople.pack(acme, erasing.people.stick("pack.zip"), AsOf.now());
            List<KnownCopy> copies = acme.keeping().copiesOf(new Target.Evidence(id));
            assertEquals(
                    List.of(
                            "a backup holds it and can be read with its archive of keys",
                            "an audit pack for dora may hold it, and everybody can read it"),
                    copies.stream().map(KnownCopy::what).toList());
            erasing.erase(acme, new Target.Evidence(id));
            assertEquals(copies, acme.keeping().copiesOf(new Target.Evidence(id)));
        }
    }
}
