package org.cairn.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.proof.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final ControlId CONTROL = new ControlId("NET-4");

    @TempDir
    Path temporary;

    private WorkspaceFixture fixture;
    private WorkspaceEnvironment environment;
    private Path backup;
    private Path keys;

    @BeforeEach
    void prepare() {
        fixture = new WorkspaceFixture(temporary);
        environment = fixture.environment().withMemory(new CheckpointMemory(temporary.resolve("state")));
        backup = temporary.resolve("backup.zip");
        keys = temporary.resolve("keys.zip");
    }

    @Test
    void whatWasBackedUpIsRestoredVerifiesAndTakesEntriesAgain() throws Exception {
        try (Workspace workspace = fixture.found()) {
            workspace.answer(AnswerRequest.of(CONTROL, AnswerStatus.MET).withNote("reviewed in March"));
            workspace.backUp(backup, Optional.of(keys));
            assertEquals("BackupMade", workspace.log().getLast().kind());
        }
        Path restored = temporary.resolve("restored");
        RestoreResult result = Workspace.restore(backup, keys, restored, environment);
        assertInstanceOf(Verdict.Intact.class, result.verification().verdict());
        assertEquals(List.of(), result.alarms());
        try (Workspace workspace = open(restored, Access.WRITE)) {
            assertTrue(workspace.history(CONTROL).getLast().note().orElseThrow().equals("reviewed in March"));
            workspace.answer(AnswerRequest.of(CONTROL, AnswerStatus.NOT_MET));
        }
        assertInstanceOf(
                Verdict.Intact.class, WorkspaceVerifier.verify(restored).verdict());
    }

    @Test
    void aPlainFolderHoldsTheSameFilesAndIsRestoredToo() throws Exception {
        Path plain = temporary.resolve("backup");
        Path plainKeys = temporary.resolve("keys");
        try (Workspace workspace = fixture.found()) {
            workspace.answer(AnswerRequest.of(CONTROL, AnswerStatus.MET).withNote("reviewed in March"));
            BackupResult result = workspace.backUp(plain, Optional.of(plainKeys), BackupForm.FOLDER);
            try (Stream<Path> files = Files.walk(plain)) {
                assertEquals(result.files(), files.filter(Files::isRegularFile).count());
            }
        }
        Path restored = temporary.resolve("restored");
        RestoreResult result = Workspace.restore(plain, plainKeys, restored, environment);
        assertInstanceOf(Verdict.Intact.class, result.verification().verdict());
        try (Workspace workspace = open(restored, Access.WRITE)) {
            assertEquals(
                    Optional.of("reviewed in March"),
                    workspace.history(CONTROL).getLast().note());
        }
        Path file = plain.resolve("cairn.json");
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);
        refused("cairn.json is damaged", plain, plainKeys);
        Files.delete(file);
        refused("cairn.json is named in SHA256SUMS and is missing", plain, plainKeys);
        Files.createSymbolicLink(file, temporary.resolve("acme/cairn.json"));
        refused("cairn.json is a link", plain, plainKeys);
    }

    private void refused(String reason, Path from, Path withKeys) {
        Path to = temporary.resolve("refused");
        WorkspaceException refused =
                assertThrows(WorkspaceException.class, () -> Workspace.restore(from, withKeys, to, environment));
        assertTrue(String.valueOf(refused.getMessage()).contains(reason), refused.getMessage());
        assertFalse(Files.exists(to));
    }

    @Test
    void anOlderCopyRaisesAnAlarmAndTakesNothingUntilAPersonSaysWhy() throws Exception {
        try (Workspace workspace = fixture.found()) {
            workspace.backUp(backup, Optional.of(keys));
        }
        try (Workspace workspace = open(fixture.folder, Access.WRITE)) {
            workspace.answer(AnswerRequest.of(CONTROL, AnswerStatus.MET));
        }
        Path older = temporary.resolve("older");
        RestoreResult result = Workspace.restore(backup, keys, older, environment);
        assertEquals(Optional.empty(), result.behind(), "this state was never seen here");
        assertTrue(result.alarms().getFirst().words().contains("a state that was not seen here"), "in words");
        Verification verification = WorkspaceVerifier.verifyFolder(older, environment.memory(), List.of());
        assertInstanceOf(Verdict.Broken.class, verification.verdict());
        try (Workspace workspace = open(older, Access.WRITE)) {
            WorkspaceException refused = assertThrows(
                    WorkspaceException.class, () -> workspace.answer(AnswerRequest.of(CONTROL, AnswerStatus.MET)));
            assertEquals(Kind.READ_ONLY, refused.kind());
            assertTrue(workspace.describe().alarms().stream().anyMatch(line -> line.contains("older")), "a banner");
        }
        try (Workspace workspace =
                Workspace.open(older, WorkspaceFixture.passphrase(), Access.WRITE, environment.withoutMemory())) {
            workspace.acknowledgeRollback(environment.memory().orElseThrow(), "the disk of the newer one is lost");
        }
        try (Workspace workspace = open(older, Access.WRITE)) {
            assertEquals(List.of(), workspace.rollbackAlarms());
            workspace.answer(AnswerRequest.of(CONTROL, AnswerStatus.MET));
        }
    }

    @Test
    void aRestoredBackupOfThisMachineIsToldByHowMuchItIsBehindAndStillTakesNothing() throws Exception {
        fixture.found().close();
        long size;
        try (Workspace workspace = open(fixture.folder, Access.WRITE)) {
            size = workspace.log().size();
            workspace.backUp(backup, Optional.of(keys));
        }
        for (int sitting = 0; sitting < 20; sitting++) {
            fixture.clock.moveBy(Duration.ofDays(1));
            try (Workspace workspace = open(fixture.folder, Access.WRITE)) {
                workspace.answer(AnswerRequest.of(CONTROL, AnswerStatus.MET));
            }
        }
        long missing;
        try (Workspace workspace = open(fixture.folder, Access.READ)) {
            missing = workspace.log().size() - size;
        }
        Path older = temporary.resolve("older");
        RestoreResult result = Workspace.restore(backup, keys, older, environment);
        String words = result.behind().orElseThrow();
        assertTrue(words.startsWith("The copy is " + missing + " entries behind "), words);
        assertTrue(words.endsWith("The entries from " + size + " on are not in it"), words);
        assertTrue(words.matches(".*, seen on \\d{4}-\\d\\d-\\d\\dT[0-9:]+Z\\)\\. .*"), words);
        expectAlarm(older);
    }

    @Test
    void aFolderThatWasCutBackToAStateSeenBeforeStaysAnAlarm() throws Exception {
        fixture.found().close();
        open(fixture.folder, Access.WRITE).close();
        Path before = temporary.resolve("before");
        copy(fixture.folder, before);
        try (Workspace workspace = open(fixture.folder, Access.WRITE)) {
            workspace.answer(AnswerRequest.of(CONTROL, AnswerStatus.MET));
        }
        expectAlarm(before);
    }

    private void expectAlarm(Path older) throws Exception {
        Verdict.Broken broken = assertInstanceOf(
                Verdict.Broken.class,
                WorkspaceVerifier.verifyFolder(older, environment.memory(), List.of())
                        .verdict());
        assertTrue(broken.toString().contains("or they were removed"), broken.toString());
        try (Workspace workspace = open(older, Access.WRITE)) {
            assertEquals(
                    RollbackAlarm.Kind.BEHIND,
                    workspace.rollbackAlarms().getFirst().kind());
            WorkspaceException refused = assertThrows(
                    WorkspaceException.class, () -> workspace.answer(AnswerRequest.of(CONTROL, AnswerStatus.MET)));
            assertEquals(Kind.READ_ONLY, refused.kind());
        }
    }

    private static void copy(Path from, Path to) throws Exception {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each)));
            }
        }
    }

    @Test
    void twoHistoriesAreToldApartFromAnOlderCopy() throws Exception {
        try (Workspace workspace = fixture.found()) {
            workspace.backUp(backup, Optional.of(keys));
        }
        try (Workspace workspace = open(fixture.folder, Access.WRITE)) {
            workspace.answer(AnswerRequest.of(CONTROL, AnswerStatus.MET));
        }
        Path other = temporary.resolve("other");
        Workspace.restore(backup, keys, other, fixture.environment());
        try (Workspace workspace =
                Workspace.open(other, WorkspaceFixture.passphrase(), Access.WRITE, fixture.environment())) {
            for (int i = 0; i < 4; i++) {
                workspace.answer(AnswerRequest.of(CONTROL, AnswerStatus.NOT_MET));
            }
        }
        try (Workspace workspace = open(other, Access.READ)) {
            assertEquals(
                    RollbackAlarm.Kind.FORK,
                    workspace.rollbackAlarms().getFirst().kind());
        }
    }

    @Test
    void aCheckpointFromPaperShowsThatAFolderIsOlder() throws Exception {
        try (Workspace workspace = fixture.found()) {
            workspace.backUp(backup, Optional.of(keys));
            workspace.answer(AnswerRequest.of(CONTROL, AnswerStatus.MET));
        }
        String note = Files.readString(fixture.folder.resolve("ledger/checkpoint"));
        Path paper = Files.writeString(temporary.resolve("paper.txt"), note.substring(0, note.indexOf("\n\n") + 1));
        Path older = temporary.resolve("older");
        Workspace.restore(backup, keys, older, fixture.environment());
        assertInstanceOf(
                Verdict.Broken.class,
                WorkspaceVerifier.verifyFolder(older, Optional.empty(), List.of(paper))
                        .verdict());
        assertInstanceOf(
                Verdict.Intact.class,
                WorkspaceVerifier.verifyFolder(fixture.folder, Optional.empty(), List.of(paper))
                        .verdict());
    }

    @Test
    void aChangedByteIsRefusedAndNothingUsableIsLeft() throws Exception {
        try (Workspace workspace = fixture.found()) {
            workspace.backUp(backup, Optional.of(keys));
        }
        byte[] content = Files.readAllBytes(backup);
        int at = new String(content, StandardCharsets.ISO_8859_1).indexOf("acme-bank");
        content[at] ^= 1;
        Files.write(backup, content);
        Path to = temporary.resolve("restored");
        assertThrows(WorkspaceException.class, () -> Workspace.restore(backup, keys, to, environment));
        assertFalse(Files.exists(to));
        try (Stream<Path> left = Files.list(temporary)) {
            assertTrue(left.noneMatch(path -> path.getFileName().toString().contains("restoring")), "nothing left");
        }
    }

    @Test
    void hostileArchivesAreRefusedWithTheReason() throws Exception {
        refused("is no file of a workspace", "../cairn.json", "x", ZipEntry.STORED);
        refused("is no file of a workspace", "/etc/passwd", "x", ZipEntry.STORED);
        refused("is no file of a workspace", "keys/../../x", "x", ZipEntry.STORED);
        refused("is no file of a workspace", "keys/CON:", "x", ZipEntry.STORED);
        refused("is compressed; nothing in a backup is", "cairn.json", " ".repeat(1 << 20), ZipEntry.DEFLATED);
        Path taken = Files.createDirectory(temporary.resolve("taken"));
        Files.writeString(taken.resolve("file"), "mine");
        assertEquals(
                Kind.FOLDER_NOT_EMPTY,
                assertThrows(WorkspaceException.class, () -> Workspace.restore(backup, keys, taken, environment))
                        .kind());
    }

    private void refused(String reason, String name, String content, int method) throws IOException {
        Path hostile = temporary.resolve("hostile.zip");
        try (OutputStream file = Files.newOutputStream(hostile);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            ZipEntry member = new ZipEntry(name);
            zip.setLevel(method == ZipEntry.DEFLATED ? 9 : 0);
            zip.putNextEntry(member);
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        WorkspaceException refused = assertThrows(
                WorkspaceException.class,
                () -> Workspace.restore(hostile, hostile, temporary.resolve("new"), environment));
        assertTrue(String.valueOf(refused.getMessage()).contains(reason), refused.getMessage());
    }

    private Workspace open(Path folder, Access access) throws WorkspaceException {
        return Workspace.open(folder, WorkspaceFixture.passphrase(), access, environment);
    }
}
