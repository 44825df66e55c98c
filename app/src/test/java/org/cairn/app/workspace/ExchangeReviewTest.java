package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.zip.ZipFile;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.WorkState;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.store.Ledger;
import org.cairn.proof.Bytes;
import org.cairn.proof.Verdict;
import org.cairn.proof.authority.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people on one laptop reviewed and accepted, as the other laptop sees it.
class ExchangeReviewTest {
    private static final LocalDate UNTIL = LocalDate.of(2026, 3, 31);

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
    void anAcceptedAnswerArrivesAsAcceptedAndACorrectedOneAsADraft() throws Exception {
        anna.workspace.attach(Files.writeString(anna.next(".txt"), "drop"), Laptop.CONTROL, "The rule set");
        anna.answer(AnswerStatus.MET, "two firewalls");
        anna.workspace.reviews().submit(Laptop.CONTROL);
        ben.takeFrom(anna);
        assertEquals(WorkState.SUBMITTED, ben.row().workState());
        accept();
        ImportSummary summary = ben.takeFrom(anna);
        assertEquals(WorkState.ACCEPTED, ben.row().workState());
        assertEquals(List.of(), summary.notices());
        anna.answer(AnswerStatus.PARTLY_MET, "one of them is old");
        ben.takeFrom(anna);
        assertEquals(WorkState.DRAFT, ben.row().workState());
    }

    @Test
    void aWithdrawalLeavesTheRowUnansweredOnBothLaptopsAndTouchesNoAnswerOfTheOther() throws Exception {
        ben.answer(AnswerStatus.MET, "seen in May");
        anna.takeFrom(ben);
        anna.answer(AnswerStatus.PARTLY_MET, "one of them is old");
        anna.workspace.reviews().withdraw(Laptop.CONTROL, "Answered for the wrong system");
        ben.fixture.clock.moveBy(Duration.ofHours(1));
        ben.takeFrom(anna);
        assertEquals(
                List.of(Optional.empty(), Optional.empty()),
                List.of(anna.row().status(), ben.row().status()));
        ben.answer(AnswerStatus.NOT_MET, "seen in June");
        anna.fixture.clock.moveBy(Duration.ofHours(2));
        anna.answer(AnswerStatus.MET, "two firewalls");
        anna.takeFrom(ben);
        WorkspaceException beside = assertThrows(
                WorkspaceException.class, () -> anna.workspace.reviews().withdraw(Laptop.CONTROL, "a slip"));
        assertTrue(beside.toString().contains("is answered by another workspace too"), beside.toString());
        ben.workspace.reviews().withdraw(Laptop.CONTROL, "a slip");
        anna.takeFrom(ben);
        assertEquals(Optional.of(AnswerStatus.MET), anna.row().status());
    }

    @Test
    void anAcceptedRiskCoversOnBothLaptopsUntilEitherEndsIt() throws Exception {
        anna.answer(AnswerStatus.NOT_MET, "replaced in April");
        rita.approve(
                anna.workspace,
                anna.workspace
                        .risks()
                        .accept(new RiskRequest(List.of(Laptop.CONTROL), "replaced in April", "Network team", UNTIL)));
        ben.takeFrom(anna);
        assertEquals(Optional.of(UNTIL), ben.row().cover().map(cover -> cover.until()));
        RiskLine risk = ben.workspace.risks().all().getFirst();
        assertEquals(List.of("Anna Jensen", "Rita Novak"), risk.approvers());
        assertEquals(Optional.of("replaced in April"), risk.reason());
        ben.workspace.risks().end(risk.id(), "replaced today");
        assertEquals(Optional.empty(), ben.row().cover());
        assertEquals(
                RiskLine.State.ENDED, ben.workspace.risks().all().getFirst().state());
        anna.takeFrom(ben);
        assertEquals(Optional.empty(), anna.row().cover());
    }

    @Test
    void aPackCarriesTheOtherLogsReviewAndRiskBehindWhatItSays() throws Exception {
        anna.answer(AnswerStatus.MET, "two firewalls");
        accept();
        ben.takeFrom(anna);
        Path pack = temporary.resolve("dora.zip");
        ben.workspace.pack(new PackRequest(new FrameworkId("dora"), "full", pack, Set.of()), Progress.silent());
        Verification verification = WorkspaceVerifier.verify(pack);
        assertInstanceOf(Verdict.Intact.class, verification.verdict(), verification.toString());
        long acceptance = ben.workspace.log().stream()
                .filter(line -> line.summary().contains("accepted"))
                .findFirst()
                .orElseThrow()
                .entry();
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            assertTrue(
                    zip.stream().anyMatch(member -> member.getName().equals("ledger/entries/" + acceptance + ".json")),
                    "the acceptance's own entry is in the pack");
        }
    }

    @Test
    void anAcceptanceByOnePersonIsShownAndDoesNotCount() throws Exception {
        long answer = anna.answer(AnswerStatus.MET, "two firewalls");
        appendUnasked((ledger, keys) -> TwoPeople.acceptance(ledger, answer, TwoPeople.nowhere(), keys));
        ImportSummary summary = ben.takeFrom(anna);
        assertEquals(WorkState.DRAFT, ben.row().workState());
        assertEquals(Optional.of(AnswerStatus.MET), ben.row().status(), "the rest of the bundle counts");
        String notice = summary.notices().getFirst();
        assertTrue(notice.contains("needs the signatures of two different people"), notice);
        assertTrue(notice.contains("it counts for nothing here"), notice);
        assertEquals(List.of("A peer's " + notice), ben.workspace.describe().alarms());
        assertTrue(
                ben.workspace.log().stream()
                        .anyMatch(line -> line.summary().contains("counts for nothing, its own log's rules")),
                "the log shows it");
        ben.reopen();
        assertEquals(WorkState.DRAFT, ben.row().workState());
    }

    @Test
    void whoeverAnEnrolmentThatIsNotAllowedBringsInSaysNothingThatCounts() throws Exception {
        try (Keyring ritas = rita.keyring();
                Keyring bens = ben.fixture.keyring()) {
            Bytes enrolment = TwoPeople.signed(TwoPeople.enrolment(bens.person(), Role.AUTHOR), ritas.person());
            appendUnasked((_, _) -> enrolment);
            appendUnasked((_, _) -> TwoPeople.signed(TwoPeople.answer(AnswerStatus.MET), bens.person()));
        }
        ImportSummary summary = ben.takeFrom(anna);
        assertEquals(2, summary.notices().size(), summary.toString());
        assertEquals(Optional.empty(), ben.row().status());
    }

    @Test
    void anAcceptanceWithAForgedSignatureRefusesTheWholeBundle() throws Exception {
        long answer = anna.answer(AnswerStatus.MET, "two firewalls");
        appendUnasked((ledger, keys) -> {
            try (Keyring bens = ben.fixture.keyring()) {
                return TwoPeople.acceptance(ledger, answer, TwoPeople.nowhere(), keys, bens.person());
            }
        });
        Path bundle = anna.export(ben, OptionalLong.of(0));
        long size = ben.workspace.describe().size();
        WorkspaceException refusal = assertThrows(WorkspaceException.class, () -> ben.take(bundle));
        assertEquals(Kind.BAD_INPUT, refusal.kind());
        assertTrue(String.valueOf(refusal.getMessage()).contains("which its log had not enrolled"), refusal.toString());
        assertEquals(size, ben.workspace.describe().size());
    }

    private void accept() throws Exception {
        rita.approve(
                anna.workspace,
                anna.workspace
                        .reviews()
                        .acceptElsewhere(new ControlId("NET-4"), "The ruleset was seen", anna.next(".proposal")));
    }

    /// Writes past Cairn, as the owner of a laptop can.
    private void appendUnasked(TwoPeople.Forgery forgery) throws Exception {
        anna.workspace.close();
        try (Keyring keys = anna.fixture.keyring();
                Ledger ledger = Ledger.openForWriting(anna.fixture.folder.resolve("ledger"), keys.log())) {
            ledger.append(forgery.entry(ledger, keys.person()));
        }
        anna.workspace = anna.fixture.open(Access.WRITE);
    }
}
