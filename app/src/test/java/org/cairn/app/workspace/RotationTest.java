package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipFile;
import org.cairn.app.workspace.Identities.Rotated;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.FrameworkId;
import org.cairn.ledger.key.KeyRotation;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.key.Unlock.PassphraseUnlock;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.KeyId;
import org.cairn.proof.Verdict;
import org.cairn.verifier.PackVerification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person's key is replaced while they work on, and a cut between the steps leaves nothing half done.
class RotationTest {
    @TempDir
    private Path temporary;

    private WorkspaceFixture fixture;

    @BeforeEach
    void found() throws Exception {
        fixture = new WorkspaceFixture(temporary);
        fixture.found().close();
    }

    @Test
    void whoRotatedWorksOnWithTheNewKeyInTheSameSittingAndTheNext() throws Exception {
        Rotated rotated;
        try (Workspace acme = fixture.open(Access.WRITE)) {
            answer(acme, AnswerStatus.PARTLY_MET);
            rotated = acme.identities().rotate();
            assertEquals(rotated.newKey(), acme.personKey().keyId());
            answer(acme, AnswerStatus.MET);
        }
        try (Workspace acme = fixture.open(Access.WRITE)) {
            assertEquals(rotated.newKey(), acme.personKey().keyId());
            answer(acme, AnswerStatus.NOT_MET);
            assertTrue(acme.keyring().rotation().pending().isEmpty());
        }
        assertIntact();
    }

    @Test
    void aPackAfterARotationCarriesBothKeysAndItsDocumentsVerify() throws Exception {
        Path pack = temporary.resolve("dora.zip");
        Rotated rotated;
        try (Workspace acme = fixture.open(Access.WRITE)) {
            answer(acme, AnswerStatus.PARTLY_MET);
            rotated = acme.identities().rotate();
            answer(acme, AnswerStatus.MET);
            acme.pack(new PackRequest(new FrameworkId("dora"), "full", pack, Set.of()), Progress.silent());
        }
        assertEquals(List.of(), PackVerification.verify(pack).defects());
        assertInstanceOf(Verdict.Intact.class, WorkspaceVerifier.verify(pack).verdict());
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            String manifest = new String(
                    zip.getInputStream(zip.getEntry("manifest.json")).readAllBytes(), StandardCharsets.UTF_8);
            Json.JsonObject identity = Json.parseObject(Bytes.utf8(manifest)).array("identities").stream()
                    .map(Json.JsonObject.class::cast)
                    .filter(line -> line.member("keyId")
                            .equals(Optional.of(Json.text(rotated.newKey().hex()))))
                    .findFirst()
                    .orElseThrow();
            assertEquals(rotated.entry(), identity.integer("entry"));
            assertNotNull(zip.getEntry(identity.text("file")), identity.text("file"));
            assertTrue(manifest.contains(rotated.oldKey().hex()));
        }
    }

    @Test
    void aCutBeforeTheEntryWasWrittenLeavesTheOldKeyAndTheNextAttemptUsesTheSameNewOne() throws Exception {
        KeyId begun;
        try (Keyring keys = fixture.keyring()) {
            begun = keys.rotation().begin(new SecureRandom()).next().keyId();
        }
        try (Workspace acme = fixture.open(Access.WRITE)) {
            answer(acme, AnswerStatus.MET);
            assertEquals(Optional.of(begun), acme.keyring().rotation().pending());
            assertEquals(begun, acme.identities().rotate().newKey());
            answer(acme, AnswerStatus.NOT_MET);
        }
        assertIntact();
    }

    @Test
    void aCutAfterTheEntryWasWrittenIsFinishedAtTheNextOpening() throws Exception {
        KeyId next = cutAfterTheEntry();
        try (Workspace reading = fixture.open(Access.READ)) {
            assertEquals(next, reading.personKey().keyId());
        }
        try (Keyring keys = fixture.keyring()) {
            assertEquals(Optional.of(next), keys.rotation().pending(), "who only reads changes nothing on disk");
        }
        try (Workspace acme = fixture.open(Access.WRITE)) {
            assertEquals(next, acme.personKey().keyId());
            answer(acme, AnswerStatus.MET);
        }
        try (Keyring keys = fixture.keyring()) {
            assertEquals(Optional.empty(), keys.rotation().pending());
            assertEquals(next, keys.person().keyId());
        }
        assertIntact();
    }

    @Test
    void aCutAfterTheEntryWasWrittenIsFinishedWhenTheSessionIsUnlocked() throws Exception {
        try (Workspace acme = fixture.open(Access.WRITE)) {
            KeyRotation rotation = acme.keyring().rotation().begin(new SecureRandom());
            acme.identities().rotate(rotation.current(), rotation.next());
            WorkspaceException refused = assertThrows(WorkspaceException.class, () -> answer(acme, AnswerStatus.MET));
            assertEquals(Kind.NOT_ALLOWED, refused.kind());
            acme.lock();
            try (var passphrase = WorkspaceFixture.passphrase()) {
                acme.unlock(PassphraseUnlock.of(passphrase));
            }
            assertEquals(rotation.next().keyId(), acme.personKey().keyId());
            answer(acme, AnswerStatus.MET);
        }
        assertIntact();
    }

    private KeyId cutAfterTheEntry() throws Exception {
        try (Workspace acme = fixture.open(Access.WRITE)) {
            KeyRotation rotation = acme.keyring().rotation().begin(new SecureRandom());
            acme.identities().rotate(rotation.current(), rotation.next());
            return rotation.next().keyId();
        }
    }

    private void assertIntact() throws Exception {
        assertInstanceOf(
                Verdict.Intact.class, WorkspaceVerifier.verify(fixture.folder).verdict());
    }

    private static void answer(Workspace workspace, AnswerStatus status) throws WorkspaceException {
        workspace.answer(AnswerRequest.of(TwoPeople.CONTROL, status));
    }
}
