package org.cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.cairn.app.cli.CommandFixture.Result;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCommandsTest {
    private static final String SEED = "ab".repeat(32);

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

    private Result draw(String... more) {
        List<String> words = new ArrayList<>(List.of("sample", "draw", "-w", commands.folder(), "--format", "json"));
        words.addAll(Arrays.asList(more));
        return commands.run(words.toArray(String[]::new));
    }

    private JsonObject sample(String... more) throws Exception {
        Result result = draw(more);
        assertEquals(0, result.exit(), result.err());
        return result.json().object("sample");
    }

    private void refused(String why, String... more) {
        Result result = draw(more);
        assertEquals(2, result.exit(), result.err());
        assertTrue(result.err().contains(why), result.err());
    }

    @Test
    void theSameSeedDrawsTheSameAndSaysFromWhat() throws Exception {
        JsonObject first = sample("--of", "controls", "--size", "5", "--seed", SEED);
        JsonObject again = sample("--of", "controls", "--size", "5", "--seed", SEED.toUpperCase(java.util.Locale.ROOT));

        assertEquals(first.array("drawn"), again.array("drawn"));
        assertEquals(5, first.array("drawn").size());
        assertEquals(first.integer("populationSize"), first.array("population").size());
        assertEquals("given", first.text("seedFrom"));
        JsonObject drawn = (JsonObject) first.array("drawn").getFirst();
        assertEquals(
                first.array("population").get(Math.toIntExact(drawn.integer("index"))), Json.text(drawn.text("item")));
    }

    @Test
    void aSeedThatWasDrawnHereSaysThatItCouldHaveBeenDrawnUntilItPleased() throws Exception {
        Result result = draw("--of", "requirements", "--framework", "soc2", "--size", "2");

        assertEquals("drawn-here", result.json().object("sample").text("seedFrom"));
        assertTrue(result.err().contains("until it pleased"), result.err());
    }

    @Test
    void aFilterNarrowsThePopulationAndStandsInTheDraw() throws Exception {
        commands.run("answer", "-w", commands.folder(), "NET-4", "--status", "met");
        commands.run("answer", "-w", commands.folder(), "NET-5", "--status", "not-met");
        JsonObject answers = sample("--of", "answers", "--state", "not-met", "--method", "all");

        assertEquals(1, answers.integer("populationSize"));
        assertEquals("not-met", answers.object("filter").text("state"));
        assertTrue(((JsonObject) answers.array("drawn").getFirst()).text("item").startsWith("NET-5 entry "));
    }

    @Test
    void aDrawCanBeRecordedAndIsThenInThePack() throws Exception {
        Path file = temporary.resolve("sample.json");
        Path pack = temporary.resolve("soc2.zip");
        Result result =
                draw("--of", "controls", "--size", "3", "--seed", SEED, "--out", file.toString(), "--record", "NET-4");
        assertEquals(0, result.exit(), result.err());
        assertEquals(64, result.json().text("evidence").length());
        assertEquals(
                0,
                commands.run("pack", "-w", commands.folder(), "--framework", "soc2", "--out", pack.toString())
                        .exit());
        String recorded = Files.readString(file);
        List<String> held = new ArrayList<>();
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            for (ZipEntry entry : zip.stream()
                    .filter(each -> each.getName().startsWith("evidence/NET-4/"))
                    .toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    held.add(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
                }
            }
        }
        assertTrue(held.contains(recorded), "the very file is in the pack");
    }

    @Test
    void whatCannotBeDrawnIsRefusedWithItsReason() {
        refused("say how many", "--of", "controls");
        refused("cannot be drawn from", "--of", "controls", "--size", "100000");
        refused("64 hexadecimal digits", "--of", "controls", "--size", "1", "--seed", "abc");
        refused("nothing in this state matches", "--of", "evidence", "--size", "1");
        refused("is not adopted here", "--of", "requirements", "--framework", "dora", "--size", "1");
        refused("--record needs --out", "--of", "controls", "--size", "1", "--record", "NET-4");
    }
}
