package org.cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.cairn.app.cli.CommandFixture.Result;
import org.cairn.app.objection.ObjectionKind;
import org.cairn.app.objection.ObjectionWords;
import org.cairn.frameworks.Language;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The machine's clock begins at 2026-03-01T09:00:00Z.
class ObjectionsCommandTest {
    private static final Set<String> EVERYWHERE = Set.of("not-accepted", "not-answered", "scope-unknown");

    @TempDir
    Path temporary;

    private CommandFixture commands;

    @BeforeEach
    void found() throws Exception {
        commands = new CommandFixture(temporary);
        commands.workspace.found().close();
    }

    private void done(String... words) {
        Result result = commands.run(words);
        assertEquals(ExitCode.DONE, result.exit(), result.err());
    }

    private void answer(String row, String status, String... more) {
        List<String> words = new ArrayList<>(List.of("answer", "-w", commands.folder(), row, "--status", status));
        words.addAll(List.of(more));
        done(words.toArray(String[]::new));
    }

    private String file(String name) throws Exception {
        return Files.writeString(temporary.resolve(name), name).toString();
    }

    /// `kind row`, without what stands on nearly every row of a workspace that was founded just now.
    private List<String> standing(String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of("objections", "-w", commands.folder(), "--format", "json"));
        words.addAll(List.of(more));
        Result result = commands.run(words.toArray(String[]::new));
        assertEquals(ExitCode.NO, result.exit(), result.err());
        List<String> lines = new ArrayList<>();
        for (Json each : result.json().array("objections")) {
            JsonObject objection = (JsonObject) each;
            if (!EVERYWHERE.contains(objection.text("kind"))) {
                lines.add(objection.text("kind") + " " + objection.text("subject"));
            }
        }
        return lines;
    }

    @Test
    void whatIsSaidToBeDoneNeedsSomethingThatShowsIt() throws Exception {
        answer("NET-4", "met");
        assertEquals(List.of("no-evidence NET-4"), standing());
        done("evidence", "add", "-w", commands.folder(), file("policy.pdf"), "--control", "NET-4");
        assertEquals(List.of(), standing());
    }

    @Test
    void aFileThatOnlyTheNoteNamesIsNotIncluded() throws Exception {
        done("evidence", "add", "-w", commands.folder(), file("policy.pdf"), "--control", "NET-4");
        answer("NET-4", "met", "--note", "See policy.pdf, and minutes-2026.docx for who decided.");
        assertEquals(List.of("not-included NET-4"), standing());
    }

    @Test
    void aReasonThatWouldFitAnyRowIsNone() throws Exception {
        answer("NET-4", "na", "--note", "Not relevant.", "--owner", "Ben");
        answer(
                "NET-1",
                "na",
                "--note",
                "The model runs on one host without a network card (contract 17).",
                "--owner",
                "Ben");
        assertEquals(List.of("generic-reason NET-4"), standing());
        String same = "No personal data is processed by us here at all";
        for (int i = 1; i <= 6; i++) {
            answer("ACC-" + i, "na", "--note", same + ".".repeat(i), "--owner", "Ben");
        }
        assertEquals(
                List.of(
                        "generic-reason NET-4",
                        "generic-reason ACC-1",
                        "generic-reason ACC-2",
                        "generic-reason ACC-3",
                        "generic-reason ACC-4",
                        "generic-reason ACC-5",
                        "generic-reason ACC-6"),
                standing());
    }

    @Test
    void workThatIsLeftNeedsADayAndSomebody() throws Exception {
        answer("NET-4", "not-met");
        answer("NET-1", "not-met", "--owner", "Ben", "--due", "2026-02-28");
        answer("NET-2", "not-met", "--owner", "Ben", "--due", "2026-03-02");
        assertEquals(List.of("overdue NET-1", "no-due-day NET-4", "no-owner NET-4"), standing());
    }

    @Test
    void aPictureSaysWhichDayAndWhichHostItShows() throws Exception {
        done("evidence", "add", "-w", commands.folder(), file("shot.png"), "--control", "NET-4", "--control", "NET-1");
        assertEquals(List.of("picture-without-day NET-1", "picture-without-host NET-1"), standing());
    }

    @Test
    void whatIsNotFromThePeriodIsAskedForOnlyWhereAPeriodIsNamed() throws Exception {
        done(
                "evidence",
                "add",
                "-w",
                commands.folder(),
                file("a.txt"),
                "--control",
                "NET-1",
                "--effective",
                "2025-01-01");
        answer("NET-4", "not-met", "--owner", "Ben", "--due", "2026-04-01");
        assertEquals(List.of(), standing());
        assertEquals(List.of(), standing("--from", "2025-06-01", "--to", "2025-06-30"));
        assertEquals(List.of("other-period NET-1"), standing("--from", "2024-01-01", "--to", "2024-12-31"));
        Result alone = commands.run("objections", "-w", commands.folder(), "--from", "2026-01-01");
        assertEquals(ExitCode.REFUSED, alone.exit());
        assertTrue(alone.err().contains("--from DAY and --to DAY"), alone.err());
    }

    @Test
    void everyKindHasWordsInBothLanguages() throws Exception {
        TreeSet<String> keys = new TreeSet<>();
        for (ObjectionKind kind : ObjectionKind.values()) {
            for (String what : List.of("title", "said", "mend")) {
                keys.add(kind.code() + "." + what);
            }
        }
        for (String bundle : List.of("words.properties", "words_de.properties")) {
            Properties words = new Properties();
            try (var in = ObjectionWords.class.getResourceAsStream(bundle)) {
                words.load(in);
            }
            assertEquals(keys, new TreeSet<>(words.stringPropertyNames()), bundle);
        }
        assertEquals("veraltet", ObjectionWords.in(Language.DE).title(ObjectionKind.STALE));
    }
}
