package org.cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cairn.app.cli.CommandFixture.Result;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The machine's clock begins at 2026-03-01T09:00:00Z.
class EvidenceAddCommandTest {
    @TempDir
    Path temporary;

    private CommandFixture commands;

    @BeforeEach
    void found() throws Exception {
        commands = new CommandFixture(temporary);
        commands.workspace.found().close();
    }

    private Result add(String... words) {
        List<String> all = new ArrayList<>(List.of("evidence", "add", "-w", commands.folder()));
        all.addAll(List.of(words));
        all.addAll(List.of("--format", "json"));
        return commands.run(all.toArray(String[]::new));
    }

    private String file(String name) throws Exception {
        return Files.writeString(temporary.resolve(name), name).toString();
    }

    private List<String> listed(String... times) throws Exception {
        List<String> all = new ArrayList<>(List.of("evidence", "list", "-w", commands.folder(), "--format", "json"));
        all.addAll(List.of(times));
        Result result = commands.run(all.toArray(String[]::new));
        List<String> lines = new ArrayList<>();
        JsonArray rows = (JsonArray) Json.parse(Bytes.utf8(result.out().strip()));
        for (Json row : rows.elements()) {
            JsonObject line = (JsonObject) row;
            lines.add(line.text("title") + " " + line.text("effective").substring(0, 10) + " " + line.text("state"));
        }
        return lines;
    }

    @Test
    void severalFilesAreRecordedForSeveralControlsAtOnce() throws Exception {
        Result result = add(file("a.txt"), file("b.txt"), "--control", "NET-4", "--control", "NET-1");
        assertEquals(ExitCode.DONE, result.exit(), result.err());
        assertEquals(2, result.json().array("pieces").size());
        assertEquals(List.of("a.txt 2026-03-01 counts", "b.txt 2026-03-01 counts"), listed());
    }

    @Test
    void aRevisionSupersedesFromItsDayOn() throws Exception {
        Result first = add(file("a.txt"), "--control", "NET-4", "--effective", "2026-01-01");
        String id = ((JsonObject) first.json().array("pieces").getFirst()).text("evidence");
        Result second = add(file("b.txt"), "--replaces", id.substring(0, 12), "--effective", "2026-02-01");
        assertEquals(ExitCode.DONE, second.exit(), second.err());
        assertEquals(List.of("a.txt 2026-01-01 superseded", "b.txt 2026-02-01 counts"), listed());
        assertEquals(List.of("a.txt 2026-01-01 counts"), listed("--valid-at", "2026-01-20"));
    }

    @Test
    void whatIsWrongIsRefusedBeforeTheFirstIsRecorded() throws Exception {
        String file = file("a.txt");
        assertEquals(ExitCode.REFUSED, add(file).exit());
        assertEquals(ExitCode.REFUSED, add(file, "--control", "NET-99").exit());
        assertEquals(
                ExitCode.REFUSED,
                add(file, "--control", "NET-4", "--effective", "tomorrow").exit());
        assertEquals(
                ExitCode.REFUSED,
                add(file, "--control", "NET-4", "--classification", "secret").exit());
        assertEquals(
                ExitCode.REFUSED,
                add(file, file("b.txt"), "--control", "NET-4", "--title", "one for both")
                        .exit());
        assertEquals(List.of(), listed());
    }

    @Test
    void theSameBytesAgainAreSaidToBeThereAlready() throws Exception {
        String file = file("a.txt");
        add(file, "--control", "NET-4");
        Result again = add(file, "--control", "NET-1");
        assertTrue(again.err().contains("the same bytes are recorded"), again.err());
    }
}
