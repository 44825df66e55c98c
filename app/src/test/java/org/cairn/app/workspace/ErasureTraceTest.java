package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.app.workspace.ErasureRequest.Target;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.Verdict;
import org.cairn.verifier.PackVerification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever looks after an erasure, in the folder, in later copies or with older keys, finds nothing of it.
class ErasureTraceTest {
    private static final ControlId CONTROL = TwoPeople.CONTROL;

    @TempDir
    private Path temporary;

    private ErasingPeople erasing;

    @BeforeEach
    void prepare() throws Exception {
        erasing = new ErasingPeople(temporary);
    }

    @Test
    void noFormOfAnErasedTextIsInTheFolderALaterBackupOrALaterPack() throws Exception {
        Path before = erasing.people.stick("before.zip");
        Path after = erasing.people.stick("after.zip");
        Path backup = erasing.people.stick("backup.zip");
        Path keys = erasing.people.stick("keys.zip");
        try (Workspace acme = erasing.people.anna.open(Access.WRITE)) {
            EvidenceId id = erasing.attach(acme);
            long answer = acme.answer(AnswerRequest.of(CONTROL, AnswerStatus.MET)
                    .withNote("note " + erasing.marker)
                    .withOwner("owner " + erasing.marker)
                    .withEvidence(List.of(id)));
            ErasingPeople.pack(acme, before, AsOf.now());
            erasing.erase(acme, new Target.Evidence(id));
            erasing.erase(acme, new Target.TextsOf(answer));
            assertEquals(Optional.empty(), acme.history(CONTROL).getLast().note());
            ErasingPeople.pack(acme, after, AsOf.now());
            acme.backUp(backup, Optional.of(keys));
        }
        List<String> control = MarkerScan.places(before, erasing.marker);
        for (String place : List.of("!evidence/", "!texts/", "page text of", "workbook.xlsx!")) {
            assertTrue(control.stream().anyMatch(found -> found.contains(place)), place + " in " + control);
        }
        assertEquals(List.of(), MarkerScan.places(erasing.people.anna.folder, erasing.marker));
        assertEquals(List.of(), MarkerScan.places(after, erasing.marker));
        assertEquals(List.of(), MarkerScan.places(backup, erasing.marker));
        assertEquals(List.of(), MarkerScan.places(keys, erasing.marker));
        Workspace.restore(backup, keys, temporary.resolve("restored"), erasing.people.anna.environment());
        assertEquals(List.of(), MarkerScan.places(temporary.resolve("restored"), erasing.marker));
        assertInstanceOf(
                Verdict.Intact.class,
                WorkspaceVerifier.verify(erasing.people.anna.folder).verdict());
    }

    @Test
    void theScanFindsEveryFormItLooksFor() throws Exception {
        for (String padding : List.of("", "x", "xy")) {
            byte[] content = (padding + erasing.marker + padding).getBytes(StandardCharsets.UTF_8);
            assertFalse(MarkerScan.forms(erasing.marker, content).isEmpty());
            assertFalse(
                    MarkerScan.forms(erasing.marker, Base64.getEncoder().encode(content))
                            .isEmpty(),
                    "base64");
            byte[] hex = HexFormat.of().formatHex(content).getBytes(StandardCharsets.UTF_8);
            assertFalse(MarkerScan.forms(erasing.marker, hex).isEmpty(), "hex");
            byte[] wide = (padding + erasing.marker).getBytes(StandardCharsets.UTF_16LE);
            assertFalse(MarkerScan.forms(erasing.marker, wide).isEmpty(), "UTF-16LE");
            assertFalse(
                    MarkerScan.forms(erasing.marker, Base64.getEncoder().encode(wide))
                            .isEmpty(),
                    "base64 of UTF-16LE");
            assertFalse(MarkerScan.forms(erasing.marker, (padding + erasing.marker).getBytes(StandardCharsets.UTF_16BE))
                    .isEmpty());
        }
    }

    @Test
    void aPersonsNameIsErasedAndTheirSignaturesStillVerify() throws Exception {
        Path pack = erasing.people.stick("after.zip");
        try (Workspace acme = erasing.people.anna.open(Access.WRITE)) {
            long enrolment = acme.log().stream()
                    .filter(line -> line.kind().equals("IdentityEnrolled"))
                    .toList()
                    .getLast()
                    .entry();
            assertEquals("Ben Okafor", acme.identities().all().getLast().name());
            erasing.erase(acme, new Target.TextsOf(enrolment));
            IdentityLine line = acme.identities().all().getLast();
            assertEquals(line.key().hex().substring(0, 12), line.name());
            ErasingPeople.pack(acme, pack, AsOf.now());
        }
        assertEquals(List.of(), MarkerScan.places(erasing.people.anna.folder, "Ben Okafor"));
        assertEquals(List.of(), MarkerScan.places(pack, "Ben Okafor"));
        assertEquals(List.of(), MarkerScan.places(pack, "BenOkafor"));
        assertEquals(List.of(), PackVerification.verify(pack).defects());
        assertEquals(1, ErasingPeople.erasedIn(pack).size());
        assertInstanceOf(
                Verdict.Intact.class,
                WorkspaceVerifier.verify(erasing.people.anna.folder).verdict());
    }

    @Test
    void anOlderArchiveOfKeysBringsNothingBack() throws Exception {
        Path oldBackup = erasing.people.stick("old.zip");
        Path oldKeys = erasing.people.stick("old-keys.zip");
        Path backup = erasing.people.stick("new.zip");
        Path restored = temporary.resolve("restored");
        EvidenceId id;
        try (Workspace acme = erasing.people.anna.open(Access.WRITE)) {
            id = erasing.attach(acme);
            acme.backUp(oldBackup, Optional.of(oldKeys));
            erasing.erase(acme, new Target.Evidence(id));
            acme.backUp(backup, Optional.of(erasing.people.stick("new-keys.zip")));
        }
        Map<String, byte[]> old = ErasingPeople.members(oldKeys);
        assertTrue(
                old.containsKey("keys/payload/" + ErasingPeople.location(id.stored())), "the old archive has the key");
        // The basis of the erasure came after the old archive of keys, so this pair cannot be whole.
        WorkspaceException refused = assertThrows(
                WorkspaceException.class,
                () -> Workspace.restore(backup, oldKeys, restored, erasing.people.anna.environment()));
        assertEquals(Kind.DAMAGED, refused.kind());
        assertFalse(Files.exists(restored));
        RestoreResult result = Workspace.restore(
                backup, erasing.people.stick("new-keys.zip"), restored, erasing.people.anna.environment());
        assertEquals(2, result.erased());
        assertInstanceOf(Verdict.Intact.class, result.verification().verdict());
        for (String folder : List.of("evidence", "keys/payload")) {
            assertFalse(Files.exists(restored.resolve(folder).resolve(ErasingPeople.location(id.stored()))), folder);
        }
        try (Workspace acme = Workspace.open(
                restored, WorkspaceFixture.passphrase(), Access.WRITE, erasing.people.anna.environment())) {
            assertEquals(List.of(), acme.evidence());
        }
    }
}
