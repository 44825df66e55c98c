package org.cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cairn.app.cli.CommandFixture.Result;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.LogLine;
import org.cairn.app.workspace.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands that fail after something was recorded: exit code 3, what stands, and what to do.
class UnfinishedTest {
    /// Every write to it fails as on a full disk (full(4)).
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    Path folder;

    private CommandFixture commands;

    @BeforeEach
    void found() throws Exception {
        commands = new CommandFixture(folder);
        commands.workspace.found().close();
    }

    private Result runOntoAFullDisk(String... arguments) throws Exception {
        assumeTrue(Files.exists(FULL), "there is no /dev/full here to write to");
        try (OutputStream full = new FileOutputStream(FULL.toFile())) {
            return commands.runTo(full, arguments);
        }
    }

    private LogLine newest() throws Exception {
        try (Workspace workspace = commands.workspace.open(Access.READ)) {
            return workspace.log().getLast();
        }
    }

    private static void expect(int exit, Result result, String... words) {
        assertEquals(exit, result.exit(), result.err());
        for (String each : words) {
            assertTrue(result.err().contains(each), () -> each + ": " + result.err());
        }
    }

    private String standing(long entry) {
        return "entry " + entry + " is recorded in " + commands.folder() + ". Look at `cairn log -w ";
    }

    @Test
    void anAnswerWhoseConfirmationCannotBePrintedIsSaidToBeRecorded() throws Exception {
        Result result = runOntoAFullDisk("answer", "-w", commands.folder(), "NET-4", "--status", "met");
        assertEquals("ControlAnswered", newest().kind());
        expect(3, result, "the answer could not be written", standing(newest().entry()));
    }

    @Test
    void aQuestionWhoseAnswerCannotBePrintedIsNotDone() throws Exception {
        Result result = runOntoAFullDisk("posture", "-w", commands.folder(), "--format", "json");
        expect(2, result, "the answer could not be written");
        assertEquals(1, result.err().lines().count(), result.err());
    }

    @Test
    void aRecoveryCodeThatCannotBeShownDoesNotCount() throws Exception {
        LogLine before = newest();
        Result result = runOntoAFullDisk("keys", "recovery-code", "-w", commands.folder());
        expect(2, result, "could not be shown", "the code before it stays");
        assertEquals(before, newest());
    }

    @Test
    void aCardThatCannotBeWrittenLeavesTheKeyThatWasRecordedForIt() throws Exception {
        String card = folder.resolve("absent/acme.card").toString();
        Result result = commands.run("exchange", "pair", "-w", commands.folder(), "--out", card);
        assertEquals("TransferKeyMade", newest().kind());
        expect(3, result, card + ": cannot be written", standing(newest().entry()));
        expect(2, commands.run("exchange", "pair", "-w", commands.folder(), "--out", card), "cannot be written");
    }

    @Test
    void aCardForWhichAnotherFileStandsInTheWayRecordsNothing() throws Exception {
        Path card = Files.createFile(folder.resolve("acme.card"));
        LogLine before = newest();
        expect(2, commands.run("exchange", "pair", "-w", commands.folder(), "--out", card.toString()), "exists");
        assertEquals(before, newest());
    }

    @Test
    void aCertificateThatCannotBeWrittenIsSaidToBeIssued() {
        String request = folder.resolve("request.pem").toString();
        expect(0, commands.run("keys", "request-certificate", "-w", commands.folder(), "--out", request));
        String out = folder.resolve("absent/certificate.pem").toString();
        expect(
                3,
                commands.run("keys", "certify", "-w", commands.folder(), request, "--out", out),
                out + ": cannot be written",
                "The certificate is issued",
                "cairn keys revoke-certificate");
    }

    @Test
    void aCosignedCheckpointThatCannotBeWrittenIsSaidToBeRemembered() {
        String memory = folder.resolve("witness").toString();
        String keys = folder.resolve("anna.keys").toString();
        String request = folder.resolve("request").toString();
        expect(0, commands.run("witness", "init", "--memory", memory, "--name", "team-b.example/anna", "--out", keys));
        expect(0, commands.run("witness", "trust", "-w", commands.folder(), keys, "--name", "anna"));
        expect(0, commands.run("witness", "request", "-w", commands.folder(), "--witness", "anna", "--out", request));
        String out = folder.resolve("absent/signed").toString();
        expect(
                3,
                commands.run("witness", "sign", "--memory", memory, request, "--trust-on-first-use", "--out", out),
                out + ": cannot be written",
                "The witness remembers");
        String again = folder.resolve("signed").toString();
        expect(0, commands.run("witness", "sign", "--memory", memory, request, "--out", again));
    }
}
