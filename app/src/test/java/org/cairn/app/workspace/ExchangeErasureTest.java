package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.app.workspace.ErasureRequest.Target;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.event.ErasureEvent.EvidenceErased;
import org.cairn.checklist.event.ErasureReason;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.vault.EvidenceVault;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.store.Ledger;
import org.cairn.proof.Digest;
import org.cairn.proof.Verdict;
import org.cairn.proof.authority.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What one laptop erases, the other one erases too: it has no other reason to hold a copy.
class ExchangeErasureTest {
    private static final String SECRET = "Nobody leaves the network 4711.";

    @TempDir
    Path temporary;

    private Laptop anna;
    private Laptop ben;
    private SecondPerson rita;

    @BeforeEach
    void pair() throws Exception {
        anna = new Laptop(temporary, "anna");
        ben = new Laptop(temporary, "ben");
        rita = new SecondPerson(temporary.resolve("rita"));
        Laptop.pair(anna, ben);
        rita.enrol(anna.workspace, Role.REVIEWER);
    }

    @AfterEach
    void close() throws WorkspaceException {
        anna.close();
        ben.close();
    }

    @Test
    void whatWasErasedThereIsDestroyedHereAndShownAsErased() throws Exception {
        EvidenceId id = attach(anna);
        ben.takeFrom(anna);
        List<Path> copies = files(ben, id);
        assertEquals(4, copies.stream().filter(Files::exists).count());
        erase(new Target.Evidence(id));

        ImportSummary summary = ben.takeFrom(anna);
        assertEquals(1, summary.erased());
        assertEquals(List.of(), summary.notices());
        assertEquals(List.of(), copies.stream().filter(Files::exists).toList());
        assertEquals(List.of(), ben.workspace.evidence());
        WorkspaceException gone = assertThrows(WorkspaceException.class, () -> ben.workspace.artefacts(id));
        assertTrue(String.valueOf(gone.getMessage()).contains("was erased"), gone.getMessage());
        assertEquals("ErasureFollowed", ben.workspace.log().getLast().kind());
        assertEquals(List.of(), MarkerScan.places(ben.fixture.folder, SECRET));

        assertEquals(0, ben.takeFrom(anna).erased(), "once is enough");
        ben.reopen();
        assertEquals(List.of(), ben.workspace.describe().alarms());
        Verification verification = WorkspaceVerifier.verify(ben.fixture.folder);
        assertInstanceOf(Verdict.Intact.class, verification.verdict(), verification.toString());
    }

    @Test
    void whatNeverArrivedSinceItWasErasedBeforeIsShownAsErasedTooAndAPackSaysSo() throws Exception {
        EvidenceId id = attach(anna);
        erase(new Target.Evidence(id));
        assertEquals(1, ben.takeFrom(anna).erased());
        Path pack = temporary.resolve("dora.zip");
        ben.workspace.pack(new PackRequest(new FrameworkId("dora"), "full", pack, Set.of()), Progress.silent());
        Verification verification = WorkspaceVerifier.verify(pack);
        assertInstanceOf(Verdict.Intact.class, verification.verdict(), verification.toString());
        assertTrue(
                MarkerScan.places(pack, id.shortForm()).stream().anyMatch(place -> place.contains("page text of")),
                "the report names what was erased");
    }

    @Test
    void aTextThatWasErasedThereIsGoneHere() throws Exception {
        long answer = anna.answer(AnswerStatus.MET, SECRET);
        ben.takeFrom(anna);
        assertEquals(
                Optional.of(SECRET),
                ben.workspace.history(Laptop.CONTROL).getLast().note());
        erase(new Target.TextsOf(answer));
        assertEquals(1, ben.takeFrom(anna).erased());
        assertEquals(
                Optional.empty(),
                ben.workspace.history(Laptop.CONTROL).getLast().note());
        assertEquals(Optional.of(AnswerStatus.MET), ben.row().status());
        assertEquals(List.of(), MarkerScan.places(ben.fixture.folder, SECRET));
    }

    @Test
    void aLegalHoldHereKeepsTheCopySaysSoAndLiftingItDestroysTheCopy() throws Exception {
        EvidenceId id = attach(anna);
        ben.takeFrom(anna);
        long hold = ben.workspace.keeping().placeHold(List.of(), List.of(Laptop.CONTROL), "dispute");
        erase(new Target.Evidence(id));
        ImportSummary summary = ben.takeFrom(anna);
        assertEquals(0, summary.erased());
        String notice = summary.notices().getFirst();
        assertTrue(notice.contains("the copy here stays: it is on legal hold (entry " + hold + ";"), notice);
        assertEquals(1, ben.workspace.artefacts(id).size());
        assertEquals(
                List.of("A peer's evidence or text was " + notice),
                ben.workspace.describe().alarms());
        ben.workspace.keeping().liftHold(hold, "settled");
        assertEquals(List.of(), ben.workspace.evidence());
        assertEquals(List.of(), files(ben, id).stream().filter(Files::exists).toList());
        assertEquals(List.of(), ben.workspace.describe().alarms());
    }

    @Test
    void noOtherLogErasesWhatThisWorkspaceRecordedItself() throws Exception {
        EvidenceId own = attach(ben);
        anna.takeFrom(ben);
        EvidenceErased attack = new EvidenceErased(
                own,
                List.of(own.stored()),
                0,
                ErasureReason.RECORDED_BY_MISTAKE,
                TwoPeople.nowhere(),
                Optional.empty());
        anna.workspace.close();
        try (Keyring keys = anna.fixture.keyring();
                Keyring ritas = rita.keyring();
                Ledger ledger = Ledger.openForWriting(anna.fixture.folder.resolve("ledger"), keys.log())) {
            ledger.append(TwoPeople.signed(attack, keys.person(), ritas.person()));
        }
        anna.workspace = anna.fixture.open(Access.WRITE);
        ImportSummary summary = ben.takeFrom(anna);
        assertEquals(0, summary.erased());
        assertTrue(
                summary.notices().getFirst().contains("that log did not record it before"),
                summary.notices().toString());
        assertEquals(1, ben.workspace.artefacts(own).size());
    }

    private EvidenceId attach(Laptop laptop) throws Exception {
        Path file = Files.writeString(temporary.resolve("policy.txt"), SECRET);
        return laptop.workspace.attach(file, Laptop.CONTROL, "policy");
    }

    private void erase(Target target) throws Exception {
        rita.approve(
                anna.workspace,
                anna.workspace
                        .keeping()
                        .proposeErasure(new ErasureRequest(
                                target,
                                ErasureReason.CONSENT_WITHDRAWN,
                                "asked for",
                                Optional.of("nobody relies on it"))));
    }

    /// Stored bytes and keys, of the manifest and, while it can be opened, of what it names.
    private static List<Path> files(Laptop laptop, EvidenceId id) throws WorkspaceException {
        List<Digest> stored = new ArrayList<>(List.of(id.stored()));
        if (!laptop.workspace.evidence().isEmpty()) {
            laptop.workspace
                    .artefacts(id)
                    .forEach(artefact -> stored.add(artefact.payload().stored()));
        }
        WorkspaceFolder folder = new WorkspaceFolder(laptop.fixture.folder);
        List<Path> files = new ArrayList<>();
        for (Digest each : stored) {
            files.add(folder.evidence().resolve(EvidenceVault.location(each)));
            files.add(folder.payloadKeys().resolve(EvidenceVault.location(each)));
        }
        return files;
    }
}
