package org.cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.cairn.app.cli.CommandFixture.Result;
import org.cairn.app.workspace.AnswerRequest;
import org.cairn.app.workspace.Knowledge;
import org.cairn.app.workspace.LogLine;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Catalogue;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The two times, as every command that lists a state takes them.
class AsOfCommandsTest {
    private static final ControlId CONTROL = new ControlId("NET-4");

    @TempDir
    Path temporary;

    private CommandFixture commands;

    @BeforeEach
    void prepare() {
        commands = new CommandFixture(temporary);
    }

    @Test
    void postureAndLogAnswerRandomHistoriesAsANaiveReaderOfTheWholeLogDoes() throws Exception {
        Random random = new Random(11);
        Instant start = commands.workspace.clock.instant();
        List<LogLine> log;
        try (Workspace workspace = commands.workspace.found()) {
            for (int step = 0; step < 25; step++) {
                answer(workspace, random);
            }
            log = workspace.log();
        }
        for (int question = 0; question < 6; question++) {
            Instant validAt = start.plus(Duration.ofHours(random.nextInt(1_000)));
            int entry = random.nextInt(log.size());
            List<LogLine> known = log.subList(0, entry + 1);
            String[] upTo = {"--known-at-entry", Integer.toString(entry)};
            assertEquals(entriesOf(known), listed(run("log", upTo)));
            assertEquals(naive(known, validAt), answered(validAt, upTo));

            Instant day = start.plus(Duration.ofHours(random.nextInt(1_000)));
            List<LogLine> by = log.stream()
                    .takeWhile(line -> !line.recorded().recordedAt().isAfter(day))
                    .toList();
            String[] at = {"--known-at", day.toString()};
            assertEquals(entriesOf(by), listed(run("log", at)));
            assertEquals(naive(by, validAt), answered(validAt, at));
        }
    }

    private void answer(Workspace workspace, Random random) throws WorkspaceException {
        boolean back = random.nextInt(6) == 0;
        commands.workspace.clock.moveBy(Duration.ofHours(back ? -random.nextInt(50) : random.nextInt(60)));
        AnswerRequest request =
                AnswerRequest.of(CONTROL, random.nextBoolean() ? AnswerStatus.MET : AnswerStatus.NOT_MET);
        Instant about = commands.workspace.clock.instant().minus(Duration.ofHours(random.nextInt(300)));
        workspace.answer(random.nextBoolean() ? request.withValidFrom(about) : request);
    }

    private Result run(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command, "-w", commands.folder(), "--format", "json"));
        words.addAll(List.of(more));
        Result result = commands.run(words.toArray(String[]::new));
        assertEquals(ExitCode.DONE, result.exit(), result.err());
        return result;
    }

    private static List<Long> entriesOf(List<LogLine> lines) {
        return lines.stream().map(LogLine::entry).toList();
    }

    private static List<Long> listed(Result result) throws MalformedJson {
        List<Long> entries = new ArrayList<>();
        for (JsonObject line : objects(Json.parse(Bytes.utf8(result.out().strip())))) {
            entries.add(line.integer("entry"));
        }
        return entries;
    }

    private static List<JsonObject> objects(Json array) {
        return ((JsonArray) array)
                .elements().stream().map(JsonObject.class::cast).toList();
    }

    /// The entry that answers, by the command; -1 where none does.
    private long answered(Instant validAt, String... known) throws MalformedJson {
        List<String> options = new ArrayList<>(List.of("--valid-at", validAt.toString()));
        options.addAll(List.of(known));
        JsonObject posture = run("posture", options.toArray(String[]::new)).json();
        assertEquals(validAt.toString(), posture.text("validAt"));
        for (JsonObject row : objects(new JsonArray(posture.array("controls")))) {
            if (row.text("control").equals(CONTROL.value())) {
                return row.member("answerEntry").orElseThrow() instanceof Json.JsonNumber number ? number.asLong() : -1;
            }
        }
        throw new AssertionError("no row " + CONTROL);
    }

    private static long naive(List<LogLine> known, Instant validAt) {
        Optional<LogLine> best = Optional.empty();
        for (LogLine line : known) {
            Instant from = line.recorded().validFrom();
            boolean answers = line.recorded().event() instanceof ControlAnswered && !from.isAfter(validAt);
            if (answers
                    && (best.isEmpty() || !from.isBefore(best.get().recorded().validFrom()))) {
                best = Optional.of(line);
            }
        }
        return best.map(LogLine::entry).orElse(-1L);
    }

    @Test
    void identitiesAreThoseThatWereKnown() throws Exception {
        commands.workspace.found().close();
        String list = commands.run(
                        "identity", "list", "-w", commands.folder(), "--known-at-entry", "1", "--format", "json")
                .out();
        List<JsonObject> known = objects(Json.parse(Bytes.utf8(list.strip())));
        assertEquals(1, known.size());
        assertEquals(1, known.getFirst().integer("since"));
        Result all = commands.run("identity", "list", "-w", commands.folder(), "--format", "json");
        assertEquals(3, objects(Json.parse(Bytes.utf8(all.out().strip()))).size(), "person, recovery key, collector");
    }

    /// Regulation (EU) 2026/1744 inserted Art. 4a, in force since 27 July 2026.
    @Test
    void theLawOfADayIsShownAsItWasPublishedByADay() throws Exception {
        List<String> before = shown("2026-07-01", "2026-07-01");
        List<String> after = shown("2026-11-21", "2026-11-21");
        assertFalse(before.contains("Art. 4a"), "not published yet");
        assertTrue(after.contains("Art. 4a"));
        assertEquals(standing(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 1)), before);
        assertEquals(standing(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 21)), after);
    }

    private List<String> shown(String validOn, String knownOn) throws MalformedJson {
        Result result = commands.run(
                "framework", "show", "eu-ai-act", "--valid-at", validOn, "--known-at", knownOn, "--format", "json");
        JsonObject head = result.json().object("framework");
        List<String> numbers = new ArrayList<>();
        for (JsonObject row : objects(new JsonArray(result.json().array("requirements")))) {
            numbers.add(row.text("requirement"));
        }
        assertEquals(validOn, head.text("validOn"));
        assertEquals(knownOn, head.text("knownOn"));
        assertEquals(numbers.size(), head.integer("nodes"));
        return numbers;
    }

    private static List<String> standing(LocalDate validOn, LocalDate knownOn) {
        Catalogue catalogue = Knowledge.builtIn().library().catalogue();
        return catalogue.framework(new FrameworkId("eu-ai-act")).orElseThrow().requirements().stream()
                .map(requirement -> requirement.id())
                .filter(id -> catalogue.stands(id, validOn, knownOn))
                .map(id -> id.number())
                .toList();
    }

    @Test
    void theLawIsKnownOnADayAndNotWithAnEntry() {
        Result result = commands.run("framework", "list", "--known-at-entry", "3");
        assertEquals(ExitCode.REFUSED, result.exit());
        assertTrue(result.err().contains("give --known-at"), result.err());
    }
}
