package org.cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cairn.app.cli.CommandFixture.Result;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonNull;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.Json.JsonText;
import org.cairn.proof.MalformedJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Frameworks of one's own, as typed.
class FrameworkCommandsTest {
    private static final String HEAD = "row,id,parent,ref,title,text,assessable,mapped,relation,strength,rationale,"
            + "author,date\r\nframework,our-rules,,%s,Our rules,,,,,,,,\r\n";
    private static final String FIRST = HEAD.formatted("1")
            + "requirement,1,,,Logs,,no,,,,,,\r\n"
            + "requirement,1.1,1,p. 3,Keep logs,For a year,yes,,,,,,\r\n"
            + "requirement,1.2,1,p. 4,Review logs,,yes,,,,,,\r\n"
            + "requirement,1.3,1,p. 5,Sign logs,,yes,,,,,,\r\n"
            + "mapping,1.1,,,,,,MON-1,intersects-with,3,Both ask for logs,Anna,2026-11-21\r\n"
            + "mapping,1.1,,,,,,dora:Art. 9(2),intersects-with,2,Both,Anna,2026-11-21\r\n";
    private static final String SECOND = HEAD.formatted("2")
            + "requirement,1,,,Logs,,no,,,,,,\r\n"
            + "requirement,1.1,1,p. 9,Keep logs,For a year,yes,,,,,,\r\n"
            + "requirement,1.2,1,p. 4,Review logs weekly,,yes,,,,,,\r\n"
            + "requirement,1.4,1,p. 6,Copy logs,,yes,,,,,,\r\n";

    @TempDir
    Path temporary;

    private CommandFixture commands;

    @BeforeEach
    void found() {
        commands = new CommandFixture(temporary);
        assertEquals(
                0,
                commands.run("init", commands.folder(), "--organisation", "Acme", "--framework", "soc2")
                        .exit());
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(temporary.resolve(name), content);
    }

    private Result run(String... arguments) {
        Result result = commands.run(arguments);
        assertEquals(0, result.exit(), result.err());
        return result;
    }

    private JsonObject imported(Path file, String... more) throws MalformedJson {
        List<String> words = new ArrayList<>(List.of("framework", "import", "-w", commands.folder(), file.toString()));
        words.addAll(List.of("--format", "json"));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new)).json();
    }

    /// By requirement: its state, and whether its answer counts.
    private List<String> states() throws MalformedJson {
        JsonObject posture = run("posture", "-w", commands.folder(), "--framework", "our-rules", "--format", "json")
                .json();
        List<String> states = new ArrayList<>();
        for (Json each : ((JsonObject) posture.array("frameworks").getFirst()).array("requirements")) {
            JsonObject row = (JsonObject) each;
            states.add(row.text("requirement") + " " + row.text("state") + " " + row.text("answerCounts"));
        }
        return states;
    }

    private int entries() throws MalformedJson {
        Json log = Json.parse(Bytes.utf8(
                run("log", "-w", commands.folder(), "--format", "json").out().strip()));
        return ((JsonArray) log).elements().size();
    }

    @Test
    void aPreviewShowsWhatWouldChangeAndRecordsNothing() throws Exception {
        int before = entries();

        JsonObject preview = imported(file("first.csv", FIRST), "--preview");

        assertEquals(4, preview.array("added").size());
        assertEquals(2, preview.integer("mappingsAdded"));
        assertEquals(new JsonNull(), preview.member("entry").orElseThrow());
        assertEquals(before, entries());
    }

    @Test
    void anImportedFrameworkIsListedJudgedAnsweredAndPacked() throws Exception {
        imported(file("first.csv", FIRST));

        assertTrue(run("framework", "list", "-w", commands.folder()).out().contains("our-rules"));
        assertTrue(run("framework", "show", "our-rules", "-w", commands.folder())
                .out()
                .contains("Review logs"));
        assertEquals(
                List.of("1.1 not-assessed no-answer", "1.2 not-assessed no-answer", "1.3 not-assessed no-answer"),
                states());
        run("answer", "-w", commands.folder(), "our-rules:1.2", "--status", "met");
        assertEquals("1.2 claimed counts", states().get(1));
        Path pack = temporary.resolve("own.zip");
        run("pack", "-w", commands.folder(), "--framework", "our-rules", "--out", pack.toString());
        assertEquals(
                "intact",
                run("verify", pack.toString(), "--format", "json").json().text("verdict"));
        assertEquals(
                "intact",
                run("verify", commands.folder(), "--format", "json").json().text("verdict"));
    }

    @Test
    void aNewerVersionReopensOnlyTheAnswerWhoseWordsChanged() throws Exception {
        imported(file("first.csv", FIRST));
        for (String number : List.of("1.1", "1.2", "1.3")) {
            run("answer", "-w", commands.folder(), "our-rules:" + number, "--status", "met");
        }

        JsonObject update = imported(file("second.csv", SECOND));

        assertEquals(
                new JsonArray(List.of(new JsonText("1.2"))),
                update.member("reopened").orElseThrow());
        assertEquals(1, update.array("moved").size());
        assertEquals(1, update.array("removed").size());
        assertEquals(
                List.of("1.1 claimed counts", "1.2 not-assessed text-changed", "1.4 not-assessed no-answer"), states());
        assertTrue(run("log", "-w", commands.folder()).out().contains("our-rules:1.3 answered met"));
        assertTrue(run("posture", "-w", commands.folder(), "--framework", "our-rules")
                .out()
                .contains(
                        "▲ to be reviewed again  1.2: its text changed after it was answered, by the edition adopted on"
                                + " 2026-03-01 at the latest"));
        int before = entries();
        assertEquals(
                new JsonNull(),
                imported(file("again.csv", SECOND)).member("entry").orElseThrow());
        assertEquals(before, entries());
    }

    @Test
    void aPastStateIsJudgedByTheVersionThatWasKnownThen() throws Exception {
        imported(file("first.csv", FIRST));
        run("answer", "-w", commands.folder(), "our-rules:1.2", "--status", "met");
        int known = entries() - 1;
        imported(file("second.csv", SECOND));

        JsonObject then = run(
                        "posture",
                        "-w",
                        commands.folder(),
                        "--framework",
                        "our-rules",
                        "--known-at-entry",
                        Integer.toString(known),
                        "--format",
                        "json")
                .json();

        JsonObject framework = (JsonObject) then.array("frameworks").getFirst();
        assertEquals("counts", ((JsonObject) framework.array("requirements").get(1)).text("answerCounts"));
    }

    @Test
    void whatIsExportedComesBackAsItWas() throws Exception {
        imported(file("first.csv", FIRST));
        for (String form : List.of("csv", "xlsx")) {
            Path out = temporary.resolve("out." + form);
            run("framework", "export", "our-rules", "-w", commands.folder(), "--format", form, "--out", out.toString());
            assertEquals(new JsonNull(), imported(out).member("entry").orElseThrow(), form);
        }
        Path catalog = temporary.resolve("catalog.json");
        run(
                "framework",
                "export",
                "our-rules",
                "-w",
                commands.folder(),
                "--format",
                "oscal-catalog",
                "--out",
                catalog.toString());
        JsonObject diff = run(
                        "framework",
                        "diff",
                        "our-rules",
                        "-w",
                        commands.folder(),
                        "--against",
                        catalog.toString(),
                        "--format",
                        "json")
                .json();
        assertEquals(4, diff.integer("unchanged"));
        assertEquals(2, diff.integer("mappingsRemoved"), "mappings are a document of their own");
    }

    @Test
    void whatDoesNotFitIsRefusedAsAWholeWithEveryFault() throws Exception {
        int before = entries();
        Path faulty = file("faulty.csv", FIRST + "requirement,1.1,9,,Twice,,maybe,,,,,,\r\n");

        Result refused = commands.run("framework", "import", "-w", commands.folder(), faulty.toString());

        assertEquals(2, refused.exit());
        assertEquals(
                List.of(
                        "row 9, column G (assessable): 'maybe' is neither yes nor no",
                        "row 9, column B (id): the id '1.1' is taken by row 4",
                        "cairn: faulty.csv: 2 faults, nothing was imported"),
                refused.err().lines().toList());
        assertEquals(before, entries());
    }

    @Test
    void whatShipsWithCairnIsNeverReplaced() throws Exception {
        Path out = temporary.resolve("soc2.csv");
        run("framework", "export", "soc2", "--format", "csv", "--out", out.toString());

        Result refused = commands.run("framework", "import", "-w", commands.folder(), out.toString());

        assertEquals(2, refused.exit());
        assertTrue(refused.err().contains("--id own-soc2"), refused.err());
        assertTrue(imported(out, "--id", "own-soc2").integer("entry") > 0);
        assertEquals(
                0,
                run("framework", "diff", "soc2", "--against", out.toString(), "--format", "json")
                        .json()
                        .array("changed")
                        .size());
    }

    @Test
    void theTemplateIsWrittenAndReadInBothForms() throws Exception {
        for (String name : List.of("template.csv", "template.xlsx")) {
            Path out = temporary.resolve(name);
            run("framework", "template", "--out", out.toString());
            assertEquals(2, imported(out, "--preview").array("added").size());
            assertEquals(
                    2,
                    commands.run("framework", "template", "--out", out.toString())
                            .exit(),
                    "it is there already");
        }
    }

    @Test
    void anErasedFrameworkIsNamedAsNotCarried() throws Exception {
        imported(file("first.csv", FIRST));
        try (var payloads = Files.walk(Path.of(commands.folder(), "keys", "payload"))) {
            Path newest = payloads.filter(Files::isRegularFile)
                    .max(java.util.Comparator.comparingLong(
                            each -> each.toFile().lastModified()))
                    .orElseThrow();
            Files.delete(newest);
        }

        Result posture = commands.run("posture", "-w", commands.folder(), "--format", "json");

        assertEquals(0, posture.exit(), posture.err());
        assertEquals(
                new JsonArray(List.of(new JsonText("our-rules"))),
                posture.json().member("notCarried").orElseThrow());
    }
}
