package org.cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cairn.app.cli.CommandFixture.Result;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.collectors.account.LocalAccountsCollector;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Several hosts from end to end: real collectors over copies of two hosts' files, real checks.
class FleetCommandsTest {
    private static final String SOUND = "root:x:0:0::/root:/bin/sh\n";
    private static final String TWO_ROOTS = SOUND + "toor:x:0:0::/root:/bin/sh\n";

    @TempDir
    Path temporary;

    private CommandFixture commands;

    @BeforeEach
    void found() throws Exception {
        commands = new CommandFixture(temporary, new LocalAccountsCollector());
        commands.workspace.found().close();
    }

    private Path tree(String host, String passwd, String capturedAt) throws IOException {
        Path tree = temporary.resolve("tree-" + host);
        Files.createDirectories(tree.resolve("etc"));
        Files.createDirectories(tree.resolve("cairn-captured"));
        Files.writeString(tree.resolve("etc/hostname"), host + "\n");
        Files.writeString(tree.resolve("etc/passwd"), passwd);
        Files.writeString(tree.resolve("etc/group"), "root:x:0:\n");
        Files.writeString(tree.resolve("cairn-captured/captured-at"), capturedAt + "\n");
        Files.writeString(tree.resolve("cairn-captured/whole"), "/etc\n");
        return tree;
    }

    private JsonObject collect(Path tree) throws Exception {
        Result result = commands.run(
                "collect",
                "-w",
                commands.folder(),
                "--root",
                tree.toString(),
                "--check",
                "acc.uid0",
                "--format",
                "json");
        assertEquals(0, result.exit(), result.err());
        return result.json();
    }

    private static String outcome(JsonObject report) throws Exception {
        JsonArray checks = (JsonArray) report.member("checks").orElseThrow();
        return ((JsonObject) checks.elements().getFirst()).text("outcome");
    }

    private Outcome posture() throws Exception {
        try (Workspace open = commands.workspace.open(Access.READ)) {
            return open.postureNow().controls().stream()
                    .map(ControlPosture::checks)
                    .flatMap(checks -> checks.stream())
                    .filter(result -> result.check().value().equals("acc.uid0"))
                    .map(result -> result.outcome())
                    .findFirst()
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-02-28T00:00:00Z, 2026-03-01T00:00:00Z", "2026-03-01T00:00:00Z, 2026-02-28T00:00:00Z"})
    void theWorstHostDecidesWhicheverWasSeenLast(String soundAt, String otherAt) throws Exception {
        assertEquals("satisfied", outcome(collect(tree("web01", SOUND, soundAt))));
        assertEquals(Outcome.Satisfied.class, posture().getClass());
        assertEquals("not-satisfied", outcome(collect(tree("web02", TWO_ROOTS, otherAt))));
        assertEquals(Outcome.NotSatisfied.class, posture().getClass());
        assertEquals("satisfied", outcome(collect(tree("web01", SOUND, "2026-03-01T08:00:00Z"))));
        assertEquals(Outcome.NotSatisfied.class, posture().getClass(), "one host that passes hides another");
    }

    @Test
    void aHostThatIsExpectedAndSilentIsAGapAndOneThatIsGoneCountsNoMore() throws Exception {
        collect(tree("web01", SOUND, "2026-03-01T00:00:00Z"));
        collect(tree("web02", TWO_ROOTS, "2026-03-01T00:00:00Z"));
        assertEquals(0, fleet("dismiss", "web02", "--reason", "Scrapped"));
        assertEquals(Outcome.Satisfied.class, posture().getClass());
        assertEquals(0, fleet("expect", "db01"));
        assertTrue(
                OutcomeTexts.reasons(posture()).toString().contains("the expected host db01"),
                posture().toString());
        assertEquals(0, fleet("dismiss", "db01", "--reason", "Never bought"));
        assertEquals(Outcome.Satisfied.class, posture().getClass());
        collect(tree(
                "web02",
                TWO_ROOTS,
                Optional.of(commands.workspace.clock.instant()).get().toString()));
        assertEquals(Outcome.NotSatisfied.class, posture().getClass(), "a host that reports again counts again");
        assertEquals(2, fleet("dismiss", "web03", "--reason", "Unknown"));
        assertEquals(2, fleet("dismiss", "web02", "--reason", "  "));
    }

    private int fleet(String command, String host, String... more) {
        java.util.List<String> arguments =
                new java.util.ArrayList<>(java.util.List.of("fleet", command, host, "-w", commands.folder()));
        arguments.addAll(java.util.List.of(more));
        return commands.run(arguments.toArray(String[]::new)).exit();
    }

    @Test
    void whatChangedSinceTheRunBeforeIsSaid() throws Exception {
        JsonObject first = collect(tree("web01", SOUND, "2026-02-27T00:00:00Z"));
        assertTrue(first.object("changes").flag("first"));
        JsonObject second =
                collect(tree("web01", TWO_ROOTS, "2026-02-28T00:00:00Z")).object("changes");
        String said = org.cairn.proof.Json.write(second).asUtf8();
        assertTrue(
                said.contains("{\"after\":\"not-satisfied\",\"before\":\"satisfied\",\"check\":\"acc.uid0\"}"), said);
        assertTrue(said.contains("{\"name\":\"name\",\"value\":\"toor\"}"), said);
    }

    @Test
    void whatIsRecentEnoughIsNotReadAgain() throws Exception {
        Path tree = tree("web01", SOUND, "2026-03-01T08:30:00Z");
        collect(tree);
        Result recent = commands.run(
                "collect",
                "-w",
                commands.folder(),
                "--root",
                tree.toString(),
                "--if-older-than",
                "24h",
                "--format",
                "json");
        assertEquals(0, recent.exit(), recent.err());
        assertEquals(
                "[\"account.local\"]",
                String.valueOf(org.cairn.proof.Json.write(
                                recent.json().member("recent").orElseThrow())
                        .asUtf8()));
        Result due = commands.run(
                "collect",
                "-w",
                commands.folder(),
                "--root",
                tree.toString(),
                "--if-older-than",
                "1m",
                "--format",
                "json");
        assertEquals(
                "[]",
                org.cairn.proof.Json.write(due.json().member("recent").orElseThrow())
                        .asUtf8());
    }
}
