package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Subject;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.HostReader;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.ledger.key.AddedPerson;
import org.cairn.ledger.key.NewPerson;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.PersonSecrets;
import org.cairn.ledger.key.Unlock.PassphraseUnlock;
import org.cairn.proof.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class SessionLockTest {
    private static final Subject SUBJECT = new ControlId("NET-1");

    @TempDir
    private Path temporary = Path.of("");

    private Path policy = Path.of("");

    @BeforeEach
    void file() throws Exception {
        policy = Files.writeString(temporary.resolve("policy.txt"), "Outbound traffic is denied by default.");
    }

    private static PassphraseUnlock anna() {
        return PassphraseUnlock.of(WorkspaceFixture.passphrase());
    }

    private static Kind refusal(Executable work) {
        return assertThrows(WorkspaceException.class, work).kind();
    }

    @Test
    void aLockedWorkspaceRecordsAndReadsNothingUntilItIsUnlocked() throws Exception {
        WorkspaceFixture fixture = new WorkspaceFixture(temporary);
        try (Workspace workspace = fixture.found()) {
            var evidence = workspace.attach(policy, SUBJECT, "Policy");
            var payload = workspace.artefacts(evidence).getFirst().payload();
            workspace.lock();

            assertTrue(workspace.isLocked());
            assertEquals(Kind.LOCKED, refusal(() -> workspace.attach(policy, SUBJECT, "Policy")));
            assertEquals(Kind.LOCKED, refusal(() -> workspace.link(evidence, SUBJECT)));
            assertEquals(Kind.LOCKED, refusal(() -> workspace.content(payload)));
            assertEquals(Kind.LOCKED, refusal(() -> workspace.artefacts(evidence)));
            assertEquals(Kind.LOCKED, refusal(workspace::log));
            assertEquals(Kind.LOCKED, refusal(workspace::describe));
            assertEquals(Kind.LOCKED, refusal(workspace::postureNow));
            Passphrase wrong = Passphrase.of("not the passphrase".toCharArray());
            assertEquals(Kind.WRONG_PASSPHRASE, refusal(() -> workspace.unlock(PassphraseUnlock.of(wrong))));
            assertEquals(Kind.IN_USE, refusal(() -> fixture.open(Access.WRITE)));

            workspace.unlock(anna());

            assertFalse(workspace.isLocked());
            assertEquals(
                    "Outbound traffic is denied by default.",
                    workspace.content(payload).asUtf8());
            workspace.link(evidence, SUBJECT);
        }
        assertInstanceOf(
                Verdict.Intact.class, WorkspaceVerifier.verify(fixture.folder).verdict());
    }

    @Test
    void whileLockedNeitherPeopleNorProposalsNorWitnessesNorExchangeNorRetentionAreShown() throws Exception {
        WorkspaceFixture fixture = new WorkspaceFixture(temporary);
        try (Workspace workspace = fixture.found()) {
            workspace.attach(policy, SUBJECT, "Policy");
            List<Executable> questions = List.of(
                    () -> workspace.identities().all(),
                    () -> workspace.proposals().all(),
                    () -> workspace.reviews().submit(SUBJECT),
                    () -> workspace.risks().all(),
                    () -> workspace.witnesses().status(),
                    () -> workspace.exchange().overview(),
                    workspace::evidence,
                    () -> workspace.keeping().overview(),
                    () -> workspace.at(AsOf.now()).holds(),
                    () -> workspace.keeping().placeHold(List.of(), List.of(), "A lawsuit"),
                    () -> workspace.backUp(temporary.resolve("backup.zip"), Optional.empty()));
            workspace.lock();

            for (Executable question : questions) {
                WorkspaceException refused = assertThrows(WorkspaceException.class, question);
                assertEquals(Kind.LOCKED, refused.kind());
                assertEquals(
                        "The workspace is locked. Unlock it and do this again; what was recorded stays recorded",
                        refused.getMessage());
            }

            workspace.unlock(anna());
            assertEquals(1, workspace.evidence().size());
            assertEquals(List.of(), workspace.proposals().all());
            assertFalse(workspace.identities().all().isEmpty());
        }
    }

    /// Locks the workspace while its machine is being read.
    private record LockingCollector(FixedCollector reads, AtomicReference<Optional<Workspace>> locked)
            implements Collector {
        @Override
        public CollectorDescription description() {
            return reads.description();
        }

        @Override
        public CollectionResult collect(HostReader host, InstantSource clock) {
            try {
                locked.get().orElseThrow().lock();
            } catch (WorkspaceException e) {
                throw new IllegalStateException(e);
            }
            return reads.collect(host, clock);
        }
    }

    @Test
    void aLockInTheMiddleOfACollectionEndsItInWordsAndKeepsWhatWasRecorded() throws Exception {
        WorkspaceFixture fixture = new WorkspaceFixture(temporary);
        AtomicReference<Optional<Workspace>> target = new AtomicReference<>(Optional.empty());
        Collector locking = new LockingCollector(new FixedCollector("network.routes", "no default route"), target);
        try (Workspace workspace = fixture.found(locking)) {
            target.set(Optional.of(workspace));
            var before = workspace.attach(policy, SUBJECT, "Policy");

            assertEquals(
                    Kind.LOCKED,
                    refusal(() -> workspace.collect(List.of(), CollectionProgress.silent(), new Cancellation())));

            workspace.unlock(anna());
            assertEquals(
                    List.of(before),
                    workspace.evidence().stream().map(RecordedEvidence::id).toList());
        }
        assertInstanceOf(
                Verdict.Intact.class, WorkspaceVerifier.verify(fixture.folder).verdict());
    }

    @Test
    void aWorkspaceThatIsClosedWhileLockedIsWhole() throws Exception {
        WorkspaceFixture fixture = new WorkspaceFixture(temporary);
        Workspace workspace = fixture.found();
        workspace.attach(policy, SUBJECT, "Policy");
        workspace.lock();
        workspace.close();
        assertInstanceOf(
                Verdict.Intact.class, WorkspaceVerifier.verify(fixture.folder).verdict());
        try (Workspace again = fixture.open(Access.WRITE)) {
            again.attach(policy, SUBJECT, "Policy, again");
        }
    }

    @Test
    void anotherPersonUnlocksAsThemselves() throws Exception {
        WorkspaceFixture fixture = new WorkspaceFixture(temporary);
        try (Workspace workspace = fixture.found()) {
            PersonSecrets secrets = PersonSecrets.of(Passphrase.of("ben has another".toCharArray()));
            try (AddedPerson ben = workspace
                    .keyring()
                    .addPerson(
                            NewPerson.of("Ben Other", secrets),
                            fixture.environment().random(),
                            fixture.clock)) {
                workspace.lock();
                workspace.unlock(new PassphraseUnlock(Optional.empty(), secrets, Optional.empty()));
                assertEquals(
                        Optional.of(ben.person().holder()), workspace.keyring().unlockedBy());
            }
        }
    }
}
