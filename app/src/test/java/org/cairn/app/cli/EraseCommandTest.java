package org.cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.cairn.app.cli.CommandFixture.Result;
import org.cairn.app.workspace.FixedCollector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EraseCommandTest {
    @TempDir
    Path temporary;

    private CommandFixture commands;
    private String evidence = "";

    @BeforeEach
    void found() throws Exception {
        commands = new CommandFixture(temporary, new FixedCollector("test.one", "PermitRootLogin no\n"));
        commands.workspace.found().close();
        Result collected = commands.run("collect", "-w", commands.folder());
        assertEquals(0, collected.exit(), collected.err());
        Result serves = commands.run("evidence", "serves", "-w", commands.folder(), "test.one", "--format", "json");
        evidence = serves.json().text("evidence");
    }

    @Test
    void theFirstDigitsOfAnIdNameTheEvidenceAndTheProposalIsCarriedByFile() {
        Path out = temporary.resolve("erasure.json");
        Result proposed = erase(
                evidence.substring(0, 8), "no-longer-needed", "--override-floor", "A test", "--out", out.toString());
        assertEquals(0, proposed.exit(), proposed.err());
        assertTrue(Files.exists(out));
        Result waiting = commands.run("proposals", "-w", commands.folder());
        assertTrue(waiting.out().contains(evidence.substring(0, 12)), waiting.out());
    }

    @Test
    void anIdThatNamesNothingIsRefusedAndNothingIsProposed() {
        String other = (evidence.charAt(0) == '0' ? "1" : "0") + evidence.substring(1, 9);
        refused(erase(other, "no-longer-needed"), "begins with " + other);
        refused(erase("network", "no-longer-needed"), "at least the first 8");
    }

    @Test
    void aReasonIsOneOfThoseThatTheLawKnows() {
        refused(
                erase(evidence, "because"),
                "'because'",
                "no-longer-needed (GDPR Art. 17(1)(a))",
                "recorded-by-mistake");
    }

    private Result erase(String id, String reason, String... more) {
        String[] arguments = {"erase", "-w", commands.folder(), id, "--reason", reason, "--basis", "The contract ended"
        };
        return commands.run(Stream.of(arguments, more).flatMap(Stream::of).toArray(String[]::new));
    }

    private void refused(Result result, String... words) {
        assertEquals(2, result.exit(), result.err());
        for (String word : words) {
            assertTrue(result.err().contains(word), result.err());
        }
        assertFalse(commands.run("proposals", "-w", commands.folder()).out().contains("erase"));
    }
}
