package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.app.workspace.IdentityLine.By;
import org.cairn.app.workspace.Recovering.Reestablished;
import org.cairn.app.workspace.TwoPeople.Forgery;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.IdentityEvent.AdministratorReestablished;
import org.cairn.checklist.event.IdentityEvent.IdentityRevoked;
import org.cairn.checklist.event.IdentityEvent.IdentityRevoked.Reason;
import org.cairn.checklist.event.IdentityEvent.RecoveryKeyEnrolled;
import org.cairn.evidence.EvidenceId;
import org.cairn.ledger.key.AuthorityAdmission;
import org.cairn.ledger.key.EntrySigner;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.key.NewPerson;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.PersonSecrets;
import org.cairn.ledger.key.RecoveryCode;
import org.cairn.ledger.key.Unlock.PassphraseUnlock;
import org.cairn.ledger.key.Unlock.RecoveryUnlock;
import org.cairn.ledger.store.EntryRefused;
import org.cairn.ledger.store.Ledger;
import org.cairn.proof.KeyId;
import org.cairn.proof.Verdict;
import org.cairn.proof.authority.HolderId;
import org.cairn.verifier.PackVerification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Anna founded `acme`, is its only administrator, and lost her passphrase; or somebody else has the recovery code.
class RecoveringTest {
    private static final String FRESH = "a passphrase that Anna will keep";

    @TempDir
    private Path temporary;

    private WorkspaceFixture fixture;
    private Optional<RecoveryCode> founding = Optional.empty();
    private final List<String> shown = new ArrayList<>();

    @BeforeEach
    void found() throws Exception {
        fixture = new WorkspaceFixture(temporary);
        try (Workspace acme = fixture.found()) {
            founding = Optional.of(RecoveryCode.parse(acme.recoveryCode().orElseThrow()));
        }
    }

    private RecoveryCode code() {
        return founding.orElseThrow();
    }

    private static PersonSecrets fresh() {
        return PersonSecrets.of(Passphrase.of(FRESH.toCharArray()));
    }

    private Workspace openBy(RecoveryCode code) throws WorkspaceException {
        return Workspace.open(fixture.folder, new RecoveryUnlock(code), Access.WRITE, fixture.environment());
    }

    private Workspace openBack(Access access) throws WorkspaceException {
        return Workspace.open(fixture.folder, PassphraseUnlock.of(fresh().passphrase()), access, fixture.environment());
    }

    private Reestablished reestablish(RecoveryCode code) throws WorkspaceException {
        try (Workspace acme = openBy(code)) {
            return acme.recovering().reestablish(code, Optional.empty(), fresh(), shown::add);
        }
    }

    @Test
    void aLoneAdministratorComesBackAsTheSamePersonWithEveryRole() throws Exception {
        Reestablished back = reestablish(code());
        assertEquals("Anna Jensen", back.name());
        try (Workspace acme = openBack(Access.WRITE)) {
            acme.answer(AnswerRequest.of(TwoPeople.CONTROL, AnswerStatus.MET));
            List<IdentityLine> lines = acme.identities().all();
            IdentityLine before = lines.getFirst();
            assertEquals(
                    new IdentityLine(
                            back.key(),
                            before.holder(),
                            "Anna Jensen",
                            before.roles(),
                            By.RECOVERY_CODE,
                            back.entry(),
                            Optional.empty()),
                    lines.stream()
                            .filter(line -> line.key().equals(back.key()))
                            .findFirst()
                            .orElseThrow());
            acme.identities().revoke(before.key(), Reason.LOST);
        }
        assertThrows(WorkspaceException.class, () -> fixture.open(Access.READ), "the lost passphrase opens nothing");
    }

    @Test
    void everybodyWhoVerifiesIsTold() throws Exception {
        Reestablished back = reestablish(code());
        String words = "administrator " + back.holder().shortForm() + " re-established with the recovery code in entry "
                + back.entry();
        Verification folder = WorkspaceVerifier.verify(fixture.folder);
        assertInstanceOf(Verdict.Intact.class, folder.verdict());
        assertTrue(folder.notes().getFirst().startsWith(words), folder.notes().toString());
        Path pack = temporary.resolve("dora.zip");
        try (Workspace acme = openBack(Access.WRITE)) {
            acme.pack(new PackRequest(new FrameworkId("dora"), "full", pack, Set.of()), Progress.silent());
        }
        var report = PackVerification.verify(pack);
        assertEquals(List.of(), report.defects());
        assertTrue(report.notes().getFirst().startsWith(words), report.notes().toString());
        assertTrue(report.text(fixture.clock.instant()).contains("note     " + words));
        assertTrue(report.json(fixture.clock.instant()).contains(words));
    }

    @Test
    void aPackAboutTheTimeBeforeTheReturnCarriesItAndVerifies() throws Exception {
        Instant then = fixture.clock.instant();
        fixture.clock.moveBy(Duration.ofHours(5));
        Reestablished back = reestablish(code());
        Path pack = temporary.resolve("dora.zip");
        try (Workspace acme = openBack(Access.WRITE)) {
            acme.recovering().renew(shown::add);
            acme.pack(
                    new PackRequest(new FrameworkId("dora"), "full", pack, Set.of(), AsOf.at(then, then)),
                    Progress.silent());
        }
        var report = PackVerification.verify(pack);
        assertEquals(List.of(), report.defects());
        assertTrue(
                report.notes().getFirst().contains("entry " + back.entry()),
                report.notes().toString());
    }

    @Test
    void theCodeIsUsedUpAndTheNextOneWorksOnce() throws Exception {
        reestablish(code());
        assertThrows(WorkspaceException.class, () -> openBy(code()));
        RecoveryCode next = RecoveryCode.parse(shown.getFirst());
        reestablish(next);
        assertThrows(WorkspaceException.class, () -> openBy(next));
        assertEquals(
                2,
                WorkspaceVerifier.verify(fixture.folder).notes().stream()
                        .filter(note -> note.contains("re-established"))
                        .count());
    }

    @Test
    void theStoreTakesNothingElseFromTheRecoveryKey() throws Exception {
        EntrySigner key = code().signer();
        refused(
                "signs nothing else",
                (_, _) -> TwoPeople.signed(
                        new Event.EvidenceLinked(
                                new EvidenceId(TwoPeople.nowhere().stored()), TwoPeople.CONTROL),
                        key));
        refused(
                "signs nothing else",
                (_, anna) -> TwoPeople.signed(new IdentityRevoked(anna.keyId(), Reason.COMPROMISED), key));
    }

    private void refused(String why, Forgery forgery) throws Exception {
        try (Keyring keys = fixture.keyring();
                Ledger ledger =
                        Ledger.openForWriting(fixture.folder.resolve("ledger"), keys.log(), new AuthorityAdmission())) {
            var entry = forgery.entry(ledger, keys.person());
            EntryRefused refused = assertThrows(EntryRefused.class, () -> ledger.append(entry));
            assertTrue(refused.getMessage().contains(why), refused.getMessage());
        }
    }

    @Test
    void whatTheRecoveryKeySignedPastTheStoreIsFound() throws Exception {
        long forged = forge(
                (_, anna) -> TwoPeople.signed(new IdentityRevoked(anna.keyId(), Reason.COMPROMISED), code().signer()));
        assertFound(forged, "signs nothing else");
    }

    @Test
    void aForgedReestablishmentIsFoundInTheFolderAndByAStrangerInAPack() throws Exception {
        HolderId anna;
        try (Workspace acme = fixture.open(Access.READ)) {
            anna = acme.identities().all().getFirst().holder().orElseThrow();
        }
        SecureRandom random = new SecureRandom();
        Path eve = temporary.resolve("eve");
        try (Keyring own = Keyring.create(eve, fresh().passphrase(), "eve.example", "Eve", random, fixture.clock);
                Keyring other = Keyring.create(
                        temporary.resolve("eve2"), fresh().passphrase(), "eve.example", "Eve", random, fixture.clock)) {
            EntrySigner code = own.recoveryCode().orElseThrow().signer();
            EntrySigner next = other.recoveryCode().orElseThrow().signer();
            EntrySigner key = own.person();
            long forged = forge((_, _) -> TwoPeople.signed(
                    new AdministratorReestablished(
                            anna, key.keyId(), key.spki(), code.keyId(), next.keyId(), next.spki()),
                    code,
                    key));
            assertFound(forged, "which was not enrolled as a recovery key");
            Path pack = temporary.resolve("dora.zip");
            try (Workspace acme = fixture.open(Access.WRITE)) {
                assertThrows(
                        IllegalStateException.class,
                        () -> acme.pack(
                                new PackRequest(new FrameworkId("dora"), "full", pack, Set.of()), Progress.silent()));
            }
            assertTrue(
                    PackVerification.verify(pack).defects().stream()
                            .anyMatch(defect -> defect.entry().equals(Optional.of(forged))),
                    "a stranger finds it");
        }
    }

    /// Writes past Cairn, as the owner of the machine can.
    private long forge(Forgery forgery) throws Exception {
        try (Keyring keys = fixture.keyring();
                Ledger ledger = Ledger.openForWriting(fixture.folder.resolve("ledger"), keys.log())) {
            return ledger.append(forgery.entry(ledger, keys.person()));
        }
    }

    private void assertFound(long entry, String why) throws Exception {
        Verdict.Broken broken = assertInstanceOf(
                Verdict.Broken.class, WorkspaceVerifier.verify(fixture.folder).verdict());
        assertTrue(
                broken.defects().stream()
                        .anyMatch(defect -> defect.entry().equals(Optional.of(entry))
                                && defect.problem().contains(why)),
                broken.defects().toString());
    }

    @Test
    void aRevokedRecoveryKeyBringsNobodyBackUntilAnAdministratorMakesAnother() throws Exception {
        try (Workspace acme = fixture.open(Access.WRITE)) {
            acme.identities().revoke(code().signer().keyId(), Reason.COMPROMISED);
        }
        assertTrue(refusal(code()).contains("ended by entry"));
        assertTrue(WorkspaceVerifier.verify(fixture.folder).notes().getFirst().contains("cannot be brought back"));
        try (Workspace acme = fixture.open(Access.WRITE)) {
            acme.recovering().renew(shown::add);
        }
        assertEquals(List.of(), WorkspaceVerifier.verify(fixture.folder).notes());
        reestablish(RecoveryCode.parse(shown.getFirst()));
    }

    private String refusal(RecoveryCode code) throws Exception {
        try (Workspace acme = openBy(code)) {
            WorkspaceException refused = assertThrows(
                    WorkspaceException.class,
                    () -> acme.recovering().reestablish(code, Optional.empty(), fresh(), shown::add));
            assertEquals(Kind.NOT_ALLOWED, refused.kind());
            return String.valueOf(refused.getMessage());
        }
    }

    @Test
    void aCodeThatNoEntryMadeKnownOpensAndSaysThatItBringsNobodyBack() throws Exception {
        RecoveryCode unknown;
        try (Keyring keys = fixture.keyring()) {
            unknown = keys.addRecoveryCode(new SecureRandom());
            keys.keepRecoveryCode(Optional.of(unknown.signer().keyId()));
        }
        assertTrue(refusal(unknown).contains("no entry made the key of this recovery code known"));
    }

    @Test
    void aCutBeforeTheEntryOfANewCodeLeavesTheOldOneInForce() throws Exception {
        try (Keyring keys = fixture.keyring()) {
            keys.addRecoveryCode(new SecureRandom());
        }
        reestablish(code());
    }

    @Test
    void aCutAfterTheEntryOfANewCodeIsFinishedAtTheNextOpening() throws Exception {
        try (Keyring keys = fixture.keyring()) {
            RecoveryCode next = keys.addRecoveryCode(new SecureRandom());
            forge((_, anna) -> TwoPeople.signed(
                    new RecoveryKeyEnrolled(next.signer().keyId(), next.signer().spki()), anna));
            fixture.open(Access.WRITE).close();
            assertEquals(List.of(Optional.of(next.signer().keyId())), keys.recoveryKeys());
            assertThrows(WorkspaceException.class, () -> openBy(code()));
            reestablish(next);
        }
    }

    @Test
    void whatACutAttemptLeftIsClearedByTheNext() throws Exception {
        try (Keyring keys = Keyring.open(fixture.folder.resolve("keys"), new RecoveryUnlock(code()), fixture.clock)) {
            Set<KeyId> anna = Set.of(
                    Keyring.waysIn(fixture.folder.resolve("keys")).getFirst().holder());
            keys.addRecoveryCode(new SecureRandom());
            keys.addPersonAgain(NewPerson.of("Anna Jensen", fresh()), anna, new SecureRandom(), fixture.clock)
                    .close();
        }
        Reestablished back = reestablish(code());
        assertEquals(
                List.of(back.key()),
                Keyring.waysIn(fixture.folder.resolve("keys")).stream()
                        .map(way -> way.holder())
                        .toList());
    }
}
