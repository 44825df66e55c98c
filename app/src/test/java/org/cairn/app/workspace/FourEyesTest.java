package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.app.workspace.TwoPeople.Forgery;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.WorkState;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.IdentityEvent.IdentityRevoked.Reason;
import org.cairn.checklist.event.ReviewEvent.RiskAccepted;
import org.cairn.checklist.event.RiskId;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.checklist.posture.RiskCover;
import org.cairn.evidence.EvidenceId;
import org.cairn.ledger.key.AuthorityAdmission;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.store.EntryRefused;
import org.cairn.ledger.store.Ledger;
import org.cairn.proof.Bytes;
import org.cairn.proof.Defect;
import org.cairn.proof.Verdict;
import org.cairn.proof.authority.HolderId;
import org.cairn.proof.authority.Role;
import org.cairn.verifier.PackVerification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two different people, over the front door, past the front door, and for a stranger.
class FourEyesTest {
    @TempDir
    private Path temporary;

    private TwoPeople people;

    @BeforeEach
    void prepare() throws Exception {
        people = new TwoPeople(temporary);
    }

    @Test
    void anAnswerIsAcceptedByASecondPersonAndFallsBackWhenItIsCorrected() throws Exception {
        people.enrolBen(Role.REVIEWER);
        Path proposal = people.stick("proposal.json");
        Path signed = people.stick("signed.json");
        try (Workspace acme = people.anna.open(Access.WRITE)) {
            answer(acme, AnswerStatus.MET);
            WorkspaceException bare =
                    assertThrows(WorkspaceException.class, () -> acme.reviews().submit(TwoPeople.CONTROL));
            assertTrue(String.valueOf(bare.getMessage()).contains("it has no note"), bare.getMessage());
            assertTrue(String.valueOf(bare.getMessage()).contains("attach evidence"), bare.getMessage());
            acme.attach(Files.writeString(people.stick("rules.txt"), "drop"), TwoPeople.CONTROL, "The rule set");
            acme.answer(AnswerRequest.of(TwoPeople.CONTROL, AnswerStatus.MET).withNote("Dropped by default"));
            acme.reviews().submit(TwoPeople.CONTROL);
            assertEquals(WorkState.SUBMITTED, workState(acme));
            WorkspaceException own = assertThrows(
                    WorkspaceException.class, () -> acme.reviews().accept(TwoPeople.CONTROL, "The ruleset was seen"));
            assertEquals(Kind.NOT_ALLOWED, own.kind());
            assertTrue(String.valueOf(own.getMessage()).contains("your own work"), own.getMessage());
            assertThrows(
                    WorkspaceException.class, () -> acme.reviews().requestChanges(TwoPeople.CONTROL, "Name the rules"));
            assertEquals(List.of(), acme.proposals().all());
            Proposal proposed = acme.reviews().acceptElsewhere(TwoPeople.CONTROL, "The ruleset was seen", proposal);
            assertEquals(List.of("Anna Jensen"), proposed.signers());
            WorkspaceException alone = assertThrows(
                    WorkspaceException.class, () -> acme.proposals().approve(proposed));
            assertEquals(Kind.NOT_ALLOWED, alone.kind());
            assertTrue(String.valueOf(alone.getMessage()).contains("two different people"), alone.getMessage());
            assertEquals(WorkState.SUBMITTED, workState(acme));
        }
        try (Workspace his = people.ben.open(Access.READ)) {
            Proposal carried = his.proposals().find(proposal.toString());
            assertEquals(Optional.empty(), carried.text());
            String unread = carried.blindness().orElseThrow();
            assertTrue(unread.contains("20 bytes, commitment "), unread);
            his.proposals().sign(carried, signed);
        }
        try (Workspace acme = people.anna.open(Access.WRITE)) {
            Proposal back = acme.proposals().find(signed.toString());
            assertEquals(Optional.of("The ruleset was seen"), back.text());
            assertEquals(Optional.empty(), back.blindness());
            acme.proposals().approve(back);
            assertEquals(WorkState.ACCEPTED, workState(acme));
            assertEquals(List.of(), acme.proposals().all());
            answer(acme, AnswerStatus.PARTLY_MET);
            assertEquals(WorkState.DRAFT, workState(acme));
        }
        assertInstanceOf(
                Verdict.Intact.class,
                WorkspaceVerifier.verify(people.anna.folder).verdict());
    }

    @Test
    void aProposalForAnAnswerThatWasCorrectedIsStaleAndRefused() throws Exception {
        people.enrolBen(Role.REVIEWER);
        try (Workspace acme = people.anna.open(Access.WRITE)) {
            answer(acme, AnswerStatus.MET);
            acme.reviews().acceptElsewhere(TwoPeople.CONTROL, "The ruleset was seen", people.stick("stale.json"));
            answer(acme, AnswerStatus.PARTLY_MET);
            Proposal stale = acme.proposals().all().getFirst();
            assertTrue(stale.refusal().orElse("").startsWith("accepts another answer"), stale.toString());
            WorkspaceException refused = assertThrows(
                    WorkspaceException.class, () -> acme.proposals().approve(stale));
            assertEquals(Kind.NOT_ALLOWED, refused.kind());
            acme.proposals().withdraw(stale);
            assertEquals(List.of(), acme.proposals().all());
        }
    }

    @Test
    void theStoreRefusesWhatIsForgedAndWritesNothing() throws Exception {
        HolderId ben = people.enrolBen(Role.REVIEWER);
        people.enrolSecondLaptop(ben, Role.REVIEWER);
        long answer = answered();
        try (Keyring bensKeys = people.ben.keyring();
                Keyring secondKeys = people.secondLaptop.keyring()) {
            refused(
                    "one person signed it",
                    (ledger, _) -> TwoPeople.acceptance(ledger, answer, TwoPeople.nowhere(), bensKeys.person()));
            refused(
                    "one person signed it, with 2 keys",
                    (ledger, _) -> TwoPeople.acceptance(
                            ledger, answer, TwoPeople.nowhere(), bensKeys.person(), secondKeys.person()));
            refused(
                    "needs one of the roles author; key",
                    (_, _) -> TwoPeople.signed(
                            new Event.EvidenceLinked(
                                    new EvidenceId(TwoPeople.nowhere().stored()), TwoPeople.CONTROL),
                            bensKeys.person()));
            refused(
                    "one person signed it",
                    (_, anna) -> TwoPeople.signed(
                            new RiskAccepted(
                                    new RiskId("00000000000000aa"),
                                    List.of(TwoPeople.CONTROL),
                                    TwoPeople.nowhere(),
                                    TwoPeople.nowhere(),
                                    LocalDate.of(2027, 1, 1)),
                            anna));
            try (Workspace acme = people.anna.open(Access.WRITE)) {
                acme.identities().revoke(bensKeys.person().keyId(), Reason.LOST);
            }
            refused(
                    "which ended by entry",
                    (ledger, anna) ->
                            TwoPeople.acceptance(ledger, answer, TwoPeople.nowhere(), anna, bensKeys.person()));
        }
    }

    /// The store, asked directly.
    private void refused(String why, Forgery forgery) throws Exception {
        try (Keyring keys = people.anna.keyring();
                Ledger ledger = Ledger.openForWriting(
                        people.anna.folder.resolve("ledger"), keys.log(), new AuthorityAdmission())) {
            long before = ledger.size();
            var entry = forgery.entry(ledger, keys.person());
            EntryRefused refused = assertThrows(EntryRefused.class, () -> ledger.append(entry));
            assertTrue(refused.getMessage().contains(why), refused.getMessage());
            assertEquals(before, ledger.size());
        }
    }

    @Test
    void whatWasReadAheadInAnotherOrderChangesNobodysRights() throws Exception {
        answered();
        AuthorityAdmission inOrder = new AuthorityAdmission();
        AuthorityAdmission misled = new AuthorityAdmission();
        try (Keyring keys = people.anna.keyring();
                Ledger ledger = Ledger.openForReading(
                        people.anna.folder.resolve("ledger"), keys.log().keys())) {
            List<Bytes> entries = new ArrayList<>();
            for (long entry = 0; entry < ledger.size(); entry++) {
                entries.add(ledger.entry(entry));
            }
            misled.expect(0, entries.reversed());
            for (int entry = 0; entry < entries.size(); entry++) {
                inOrder.recorded(entry, entries.get(entry));
                misled.recorded(entry, entries.get(entry));
            }
        }
        assertTrue(inOrder.people().holders().size() > 1);
        assertEquals(inOrder.people().holders(), misled.people().holders());
    }

    @Test
    void whoWritesPastTheStoreIsFoundInTheFolderAndByAStrangerInAPack() throws Exception {
        long answer = answered();
        long forged =
                people.appendUnasked((ledger, anna) -> TwoPeople.acceptance(ledger, answer, TwoPeople.nowhere(), anna));
        Verdict.Broken folder = assertInstanceOf(
                Verdict.Broken.class,
                WorkspaceVerifier.verify(people.anna.folder).verdict());
        named(folder.defects(), "ledger/tail.log", forged);
        Path pack = people.stick("dora.zip");
        try (Workspace acme = people.anna.open(Access.WRITE)) {
            assertThrows(
                    IllegalStateException.class,
                    () -> acme.pack(
                            new PackRequest(new FrameworkId("dora"), "full", pack, Set.of()), Progress.silent()));
        }
        named(PackVerification.verify(pack).defects(), "ledger/entries/" + forged + ".json", forged);
    }

    private static void named(List<Defect> defects, String file, long entry) {
        assertTrue(
                defects.stream()
                        .anyMatch(defect -> defect.file().equals(file)
                                && defect.entry().equals(Optional.of(entry))
                                && defect.problem().contains("signatures of two different people")),
                defects.toString());
    }

    @Test
    void aRiskIsAcceptedByTwoPeopleCoversUntilItsDayAndCanBeEnded() throws Exception {
        people.enrolBen(Role.REVIEWER);
        Path proposal = people.stick("risk.json");
        Path signed = people.stick("signed.json");
        LocalDate until = LocalDate.of(2026, 3, 31);
        try (Workspace acme = people.anna.open(Access.WRITE)) {
            answer(acme, AnswerStatus.NOT_MET);
            acme.proposals()
                    .export(
                            acme.risks()
                                    .accept(new RiskRequest(
                                            List.of(TwoPeople.CONTROL), "replaced in April", "Network team", until)),
                            proposal);
        }
        try (Workspace his = people.ben.open(Access.READ)) {
            his.proposals().sign(his.proposals().find(proposal.toString()), signed);
        }
        try (Workspace acme = people.anna.open(Access.WRITE)) {
            acme.proposals().approve(acme.proposals().find(signed.toString()));
            RiskLine risk = acme.risks().all().getFirst();
            assertEquals(RiskLine.State.ACTIVE, risk.state());
            assertEquals(List.of("Anna Jensen", "Ben Okafor"), risk.approvers());
            assertEquals(Optional.of("replaced in April"), risk.reason());
            assertEquals(
                    Optional.of(new RiskCover(risk.id(), until, risk.entry())),
                    row(acme).cover());
            people.anna.clock.moveBy(Duration.ofDays(31));
            assertEquals(RiskLine.State.LAPSED, acme.risks().all().getFirst().state());
            assertEquals(Optional.empty(), row(acme).cover());
            acme.risks().end(risk.id(), "the switch was replaced");
            assertEquals(RiskLine.State.ENDED, acme.risks().all().getFirst().state());
        }
    }

    @Test
    void aRejectionAndAWithdrawalAreEntriesWithTheirReasonAndVerify() throws Exception {
        people.enrolBen(Role.REVIEWER);
        Path proposal = people.stick("risk.json");
        Path pack = people.stick("soc2.zip");
        try (Workspace acme = people.anna.open(Access.WRITE)) {
            answer(acme, AnswerStatus.NOT_MET);
            Proposal risk = bearing(acme);
            acme.proposals().export(risk, proposal);
            QueueLine line = waiting(acme);
            assertThrows(WorkspaceException.class, () -> acme.queue().reject(line, "she proposed it herself"));
            WorkspaceException empty =
                    assertThrows(WorkspaceException.class, () -> acme.reviews().withdraw(TwoPeople.CONTROL, " "));
            assertEquals(Kind.MISSING_REASON, empty.kind());
            acme.reviews().withdraw(TwoPeople.CONTROL, "Answered for the wrong system");
            assertEquals(Optional.empty(), row(acme).answer());
            assertThrows(WorkspaceException.class, () -> acme.reviews().withdraw(TwoPeople.CONTROL, "once more"));
            assertThrows(WorkspaceException.class, () -> acme.reviews().submit(TwoPeople.CONTROL));
            assertEquals(
                    Optional.of("Answered for the wrong system"),
                    acme.history(TwoPeople.CONTROL).getLast().note());
            acme.pack(new PackRequest(new FrameworkId("soc2"), "full", pack, Set.of()), Progress.silent());
        }
        assertInstanceOf(Verdict.Intact.class, PackVerification.verify(pack).verdict());
        assertInstanceOf(
                Verdict.Intact.class,
                WorkspaceVerifier.verify(people.anna.folder).verdict());
    }

    private static Proposal bearing(Workspace acme) throws WorkspaceException {
        return acme.risks()
                .accept(new RiskRequest(
                        List.of(TwoPeople.CONTROL), "replaced in April", "Network team", LocalDate.of(2026, 3, 31)));
    }

    private static QueueLine waiting(Workspace acme) throws WorkspaceException {
        return acme.queue().lines().stream()
                .filter(line -> line.waits() == QueueLine.Waits.SIGNATURE)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAcceptanceIsNotKnownOnADayBeforeTheSecondPersonSigned() throws Exception {
        people.enrolBen(Role.REVIEWER);
        try (Workspace acme = people.anna.open(Access.WRITE)) {
            answer(acme, AnswerStatus.MET);
            Proposal proposed = acme.reviews().acceptElsewhere(TwoPeople.CONTROL, "seen", people.stick("one.json"));
            try (Keyring bensKeys = people.ben.keyring()) {
                Files.write(
                        people.stick("both.json"),
                        bensKeys.person()
                                .countersign(proposed.envelope())
                                .encode()
                                .toByteArray());
            }
        }
        var between = people.anna.clock.instant();
        people.anna.clock.moveBy(Duration.ofDays(5));
        try (Workspace acme = people.anna.open(Access.WRITE)) {
            acme.proposals()
                    .approve(acme.proposals().find(people.stick("both.json").toString()));
            assertEquals(WorkState.ACCEPTED, workState(acme));
            assertEquals(
                    WorkState.DRAFT,
                    acme.postureAt(between, between)
                            .control(TwoPeople.CONTROL)
                            .orElseThrow()
                            .workState());
        }
    }

    private long answered() throws Exception {
        try (Workspace acme = people.anna.open(Access.WRITE)) {
            return answer(acme, AnswerStatus.MET);
        }
    }

    private static long answer(Workspace workspace, AnswerStatus status) throws WorkspaceException {
        return workspace.answer(AnswerRequest.of(TwoPeople.CONTROL, status));
    }

    private static WorkState workState(Workspace workspace) throws WorkspaceException {
        return row(workspace).workState();
    }

    private static ControlPosture row(Workspace workspace) throws WorkspaceException {
        return workspace.postureNow().control(TwoPeople.CONTROL).orElseThrow();
    }
}
