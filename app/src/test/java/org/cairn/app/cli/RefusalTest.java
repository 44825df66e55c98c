package org.cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cairn.app.cli.CommandFixture.Result;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.app.workspace.WorkspaceVerifier;
import org.cairn.proof.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bad input: exit code 2, one clear message, nothing on standard output, nothing recorded and nothing lost.
class RefusalTest {
    @TempDir
    Path temporary;

    private CommandFixture commands;
    private long entries;

    @BeforeEach
    void found() throws WorkspaceException {
        commands = new CommandFixture(temporary);
        try (Workspace workspace = commands.workspace.found()) {
            entries = workspace.describe().size();
        }
    }

    @Test
    void aWrongPassphrase() throws WorkspaceException {
        Result result = commands.runWith(
                Map.of(PassphraseSource.VARIABLE, "wrong"), _ -> Optional.empty(), "log", "-w", commands.folder());
        refused(result, "The passphrase does not open", "keyboard layout");
    }

    @Test
    void noPassphraseAndNobodyToAsk() throws WorkspaceException {
        Result result = commands.runWith(Map.of(), _ -> Optional.empty(), "log", "-w", commands.folder());
        refused(result, "no passphrase", "--passphrase-file", "CAIRN_PASSPHRASE");
    }

    @Test
    void anEmptyPassphrase() throws WorkspaceException {
        Result result = commands.runWith(Map.of(), _ -> Optional.of(new char[0]), "log", "-w", commands.folder());
        refused(result, "the passphrase is empty");
    }

    @Test
    void twoPassphrasesThatDiffer() throws WorkspaceException {
        Path folder = temporary.resolve("new");
        Result result = commands.runWith(
                Map.of(),
                question -> Optional.of(question.toCharArray()),
                "init",
                folder.toString(),
                "--organisation",
                "Acme");
        refused(result, "differ", "nothing was created");
        assertFalse(Files.exists(folder));
    }

    @Test
    void aPassphraseFileThatIsNotThere() throws WorkspaceException {
        refused(
                commands.run("log", "-w", commands.folder(), "--passphrase-file", path("absent")),
                path("absent"),
                "cannot be read");
    }

    @Test
    void aFolderThatIsNoWorkspace() throws WorkspaceException {
        refused(commands.run("log", "-w", temporary.toString()), "is no workspace", "cairn init");
        refused(commands.run("log", "-w", path("absent")), "does not exist", "cairn init");
        refused(commands.run("verify", temporary.toString()), "is no workspace", "cairn init");
    }

    @Test
    void aDamagedDescriptionOfTheWorkspace() throws IOException {
        Path file = commands.workspace.folder.resolve("cairn.json");
        Files.writeString(file, "{\"formatVersion\":1,");
        Result result = commands.run("log", "-w", commands.folder());
        assertAll(
                () -> assertEquals(ExitCode.REFUSED, result.exit()),
                () -> assertTrue(result.err().contains(file + ": "), result.err()));
    }

    @Test
    void aWorkspaceOfANewerFormat() throws IOException {
        Path file = commands.workspace.folder.resolve("cairn.json");
        Files.writeString(file, Files.readString(file).replace("\"formatVersion\":1", "\"formatVersion\":2"));
        Result result = commands.run("log", "-w", commands.folder());
        assertAll(
                () -> assertEquals(ExitCode.REFUSED, result.exit()),
                () -> assertTrue(result.err().contains("format 2"), result.err()));
    }

    @Test
    void aSecondWriterIsToldWhoTheFirstIs() throws WorkspaceException {
        try (Workspace first = commands.workspace.open(Access.WRITE)) {
            assertEquals(entries, first.describe().size());
            Result result = commands.run("answer", "-w", commands.folder(), "NET-4", "--status", "met");
            refused(
                    result,
                    "another program writes to this ledger",
                    "process " + ProcessHandle.current().pid());
            assertEquals(
                    ExitCode.DONE, commands.run("log", "-w", commands.folder()).exit(), "readers are not held up");
        }
    }

    @Test
    void anUnknownControlWithTheNearestOnes() throws WorkspaceException {
        refused(answer("NET-44", "met"), "no control NET-44", "Did you mean NET-4");
        refused(answer("net4", "met"), "'net4' names no control");
        refused(answer("dora:Art. 9(4)(z)", "met"), "no requirement dora:Art. 9(4)(z)", "Did you mean dora:Art. 9(4)(");
    }

    @Test
    void anUnknownAnswer() throws WorkspaceException {
        refused(answer("NET-4", "compliant"), "'compliant' is no answer", "partly");
    }

    @Test
    void anAnswerWithoutTheReasonItNeeds() throws WorkspaceException {
        refused(answer("NET-4", "na"), "NET-4", "needs a reason");
        refused(answer("NET-4", "alternative", "--note", "  "), "NET-4", "needs a reason");
        refused(answer("NET-4", "not-yet"), "NET-4", "the day from which it applies");
    }

    @Test
    void aMaturityOutsideItsScale() throws WorkspaceException {
        refused(answer("NET-4", "met", "--maturity", "3,6"), "'3,6'", "0 to 5");
    }

    @Test
    void daysAndTimesThatAreNone() throws WorkspaceException {
        refused(answer("NET-4", "met", "--due", "2026-02-30"), "'2026-02-30' is no day");
        refused(commands.run("posture", "-w", commands.folder(), "--valid-at", "yesterday"), "'yesterday' is no time");
        refused(
                commands.run("posture", "-w", commands.folder(), "--known-at", "2026-03-01T10:00"),
                "2026-03-31T17:00:00Z");
    }

    @Test
    void evidenceFilesThatCannotBeRead() throws WorkspaceException {
        refused(answer("NET-4", "met", "--evidence", path("absent.pdf")), path("absent.pdf"), "is not there");
        refused(answer("NET-4", "met", "--evidence", temporary.toString()), temporary.toString(), "is a folder");
    }

    @Test
    void evidenceThatWasNeverRecorded() throws WorkspaceException {
        refused(answer("NET-4", "met", "--evidence-id", "00".repeat(32)), "no evidence 0000");
        refused(answer("NET-4", "met", "--evidence-id", "abc"), "'abc' is no evidence id");
    }

    @Test
    void initIntoAFolderThatIsNotEmpty() throws WorkspaceException {
        refused(
                commands.run("init", commands.folder(), "--organisation", "Acme"),
                "is not empty",
                "nothing was created");
        refused(
                commands.run(
                        "init", commands.workspace.folder.resolve("cairn.json").toString(), "--organisation", "A"),
                "is a file");
    }

    @Test
    void namesThatCannotBeUsed() throws WorkspaceException {
        refused(commands.run("init", path("new"), "--organisation", " "), "the name of the organisation");
        refused(commands.run("init", path("new"), "--organisation", "A", "--origin", "a b"), "'a b' cannot name a log");
        refused(
                commands.run("init", path("new"), "--organisation", "A", "--framework", "doar"),
                "no framework doar",
                "Did you mean dora?");
        assertFalse(Files.exists(temporary.resolve("new")));
    }

    @Test
    void unknownFrameworksChecksKindsAndEntries() throws WorkspaceException {
        refused(commands.run("framework", "show", "pci"), "no framework pci", "eu-ai-act");
        refused(
                commands.run("posture", "-w", commands.folder(), "--framework", "pci"),
                "framework pci was not adopted");
        refused(commands.run("collect", "-w", commands.folder(), "--check", "net.nothing"), "no check net.nothing");
        refused(pack("--framework", "dora", "--kind", "iso"), "no kind of pack 'iso'", "soa");
        refused(pack("--framework", "dora", "--kind", "soa"), "is about iso27001, not about dora");
        refused(pack("--framework", "pci"), "framework pci is not adopted here");
        refused(pack("--framework", "dora", "--withhold", "00".repeat(32)), "cannot be withheld");
        refused(commands.run("prove", "-w", commands.folder(), "99"), "no entry 99");
        refused(commands.run("prove", "-w", commands.folder(), "-1"), "no entry -1");
        refused(commands.run("prove", "-w", commands.folder(), "x"), "Try `cairn prove --help`");
    }

    @Test
    void wordsThatAreNoCommand() throws WorkspaceException {
        refused(commands.run("colect"), "colect", "Try `cairn --help`");
        refused(commands.run("log"), "--workspace", "Try `cairn log --help`");
        refused(commands.run("log", "-w", commands.folder(), "--format", "xml"), "xml", "Try `cairn log --help`");
    }

    @Test
    void filesThatAreNoPack() throws Exception {
        Path text = Files.writeString(temporary.resolve("pack.zip"), "not a zip");
        refused(commands.run("verify", text.toString()), text.toString());
        refused(commands.run("verify", path("absent.zip")), path("absent.zip"));
        refused(commands.run("verify", text.toString(), "--root-fingerprint", "12"), "'12' is no fingerprint");
    }

    @Test
    void aZipWhoseNamesLeadElsewhere() throws Exception {
        Path zip = temporary.resolve("slip.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("../../evil.txt"));
            out.write('x');
        }
        Result result = commands.run("verify", zip.toString());
        assertTrue(result.exit() == ExitCode.NO || result.exit() == ExitCode.REFUSED, result.toString());
        assertTrue((result.out() + result.err()).contains("evil.txt"), result.toString());
        assertFalse(Files.exists(temporary.resolveSibling("evil.txt")));
    }

    @Test
    void aZipThatUnpacksToAGigabyte() throws Exception {
        Path zip = temporary.resolve("bomb.zip");
        bomb(zip);
        Result result = commands.run("verify", zip.toString());
        assertTrue(result.exit() == ExitCode.NO || result.exit() == ExitCode.REFUSED, result.toString());
        assertFalse(result.out().contains("verify: intact"), result.out());
    }

    private static void bomb(Path zip) throws IOException {
        byte[] zeros = new byte[1 << 20];
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            out.setLevel(Deflater.BEST_SPEED);
            out.putNextEntry(new ZipEntry("report.pdf"));
            for (int i = 0; i < 1024; i++) {
                out.write(zeros);
            }
        }
    }

    private Result answer(String subject, String status, String... more) {
        String[] start = {"answer", "-w", commands.folder(), subject, "--status", status};
        return commands.run(joined(start, more));
    }

    private Result pack(String... more) {
        return commands.run(joined(new String[] {"pack", "-w", commands.folder(), "--out", path("out.zip")}, more));
    }

    private static String[] joined(String[] start, String[] more) {
        String[] all = Arrays.copyOf(start, start.length + more.length);
        System.arraycopy(more, 0, all, start.length, more.length);
        return all;
    }

    private String path(String name) {
        return temporary.resolve(name).toString();
    }

    /// Also that the workspace is as it was.
    private void refused(Result result, String... words) throws WorkspaceException {
        assertEquals(ExitCode.REFUSED, result.exit(), result.toString());
        assertEquals("", result.out());
        for (String word : words) {
            assertTrue(result.err().contains(word), "'" + word + "' in " + result.err());
        }
        Verdict verdict = WorkspaceVerifier.verify(commands.workspace.folder).verdict();
        assertEquals(
                entries, assertInstanceOf(Verdict.Intact.class, verdict).at().size());
    }
}
