package org.cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cairn.app.cli.CommandFixture.Result;
import org.cairn.app.workspace.WorkspaceFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `cairn collect --install-timer`.
class CollectTimerTest {
    @TempDir
    Path temporary;

    private CommandFixture commands;
    private Path units;
    private Path passphrase;

    @BeforeEach
    void prepare() throws Exception {
        commands = new CommandFixture(temporary);
        commands.workspace.found().close();
        units = temporary.resolve("units");
        passphrase = Files.writeString(temporary.resolve("passphrase"), WorkspaceFixture.PASSPHRASE + "\n");
    }

    private Result install(String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of(
                "collect",
                "--install-timer",
                "--unit-folder",
                units.toString(),
                "--program",
                "/bin/true",
                "-w",
                commands.folder()));
        arguments.addAll(List.of(more));
        return commands.run(arguments.toArray(String[]::new));
    }

    @Test
    void itShowsWhatItWouldWriteAndWritesNothing() {
        Result shown = install("--passphrase-file", passphrase.toString());
        assertEquals(0, shown.exit(), shown.err());
        assertTrue(shown.out().contains("would be written: " + units.resolve("cairn-collect.service")), shown.out());
        assertTrue(shown.out().contains("systemctl --user enable --now cairn-collect.timer"), shown.out());
        assertFalse(Files.exists(units));
    }

    @Test
    void onRequestItWritesOnceAndNeverThePassphrase() throws Exception {
        Result written = install("--passphrase-file", passphrase.toString(), "--write");
        assertEquals(0, written.exit(), written.err());
        String service = Files.readString(units.resolve("cairn-collect.service"));
        String timer = Files.readString(units.resolve("cairn-collect.timer"));
        assertFalse((service + timer + written.out()).contains(WorkspaceFixture.PASSPHRASE));
        assertTrue(service.contains("LoadCredential=passphrase:" + passphrase), service);
        assertTrue(service.contains("--passphrase-file %d/passphrase"), service);
        Result again = install("--passphrase-file", passphrase.toString(), "--write");
        assertEquals(2, again.exit());
        assertTrue(again.err().contains("exists, and is not replaced"), again.err());
    }

    @Test
    void systemdFindsNothingWrongWithThem() throws Exception {
        assumeTrue(runs("systemd-analyze", "--version"), "systemd-analyze is not installed");
        assertEquals(
                0,
                install("--passphrase-file", passphrase.toString(), "--write").exit());
        Path said = temporary.resolve("said");
        Process verify = new ProcessBuilder(
                        "systemd-analyze",
                        "verify",
                        "--man=no",
                        units.resolve("cairn-collect.service").toString(),
                        units.resolve("cairn-collect.timer").toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int exit = verify.waitFor();
        List<String> about = Files.readString(said, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("cairn-collect"))
                .toList();
        assertEquals(List.of(), about);
        assumeTrue(exit == 0, () -> "systemd-analyze cannot verify here: " + read(said));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    void whatCannotStandInAUnitIsRefused() throws Exception {
        refused(install(), "a timer has nobody to ask");
        refused(install("--passphrase-file", temporary.resolve("absent").toString()), "cannot be read");
        Path spaced = Files.writeString(temporary.resolve("pass phrase"), "x");
        refused(install("--passphrase-file", spaced.toString()), "Use another place");
        refused(
                install("--passphrase-file", passphrase.toString(), "--on-calendar", "daily\nExecStart=/bin/sh"),
                "is no calendar event");
        refused(
                commands.run(
                        "collect",
                        "--install-timer",
                        "--program",
                        "/absent",
                        "-w",
                        commands.folder(),
                        "--passphrase-file",
                        passphrase.toString()),
                "cannot be run");
        refused(commands.run("collect", "--write", "-w", commands.folder()), "--install-timer");
    }

    private static void refused(Result result, String words) {
        assertEquals(2, result.exit(), result.out());
        assertTrue(result.err().contains(words), result.err());
    }

    @Test
    void withoutAWorkspaceItWritesAFileOfEveryRun() throws Exception {
        Path key = temporary.resolve("web01.key");
        assertEquals(
                0,
                commands.run(
                                "fleet",
                                "key",
                                key.toString(),
                                "--name",
                                "web01",
                                "--out",
                                temporary.resolve("request").toString())
                        .exit());
        Path runs = Files.createDirectory(temporary.resolve("runs"));
        Result shown = commands.run(
                "collect",
                "--install-timer",
                "--program",
                "/bin/true",
                "--collector-key",
                key.toString(),
                "--out",
                runs.toString());
        assertEquals(0, shown.exit(), shown.err());
        assertTrue(shown.out().contains("--collector-key " + key + " --out " + runs), shown.out());
        for (int run = 1; run <= 2; run++) {
            assertEquals(
                    0,
                    commands.run("collect", "--collector-key", key.toString(), "--out", runs.toString())
                            .exit());
            assertTrue(Files.exists(runs.resolve("node1-0000000" + run + ".run")));
        }
    }
}
