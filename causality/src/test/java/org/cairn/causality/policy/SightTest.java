package org.cairn.causality.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.causality.query.Window;
import org.cairn.causality.record.LogFile;
import org.cairn.causality.record.RuntimeRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// "Nothing was recorded" is an answer only where the record could have seen it.
class SightTest {
    private static final String STATED = "watched: {connections: [ai_net]}\n";

    @TempDir
    Path folder = Path.of("");

    private static RuntimePolicy policy(String watched) throws MalformedPolicy {
        return PolicyReader.read(
                "format: cairn-runtime-policy-1\nsystem: a\nprocesses: {all: true}\ndestinations: []\n" + watched);
    }

    private static String line(long second, int serial, String text) {
        return "type=" + text.replaceFirst(" ", " msg=audit(" + second + ".000:" + serial + "): ") + "\n";
    }

    private static String exit(long second, int serial) {
        return line(
                second, serial, "SYSCALL arch=c000003e syscall=231 a0=0 items=0 ppid=1 pid=7 uid=1 exe=\"/usr/bin/a\"");
    }

    private RuntimeRecord record(String... logs) throws Exception {
        List<LogFile> files = new ArrayList<>();
        for (String log : logs) {
            Path file = Files.writeString(folder.resolve("log" + files.size()), log);
            files.add(new LogFile(file, "h", Optional.empty(), ZoneOffset.UTC, Optional.empty()));
        }
        return RuntimeRecord.read(files);
    }

    private static Window window(long from, long until) {
        return new Window(Optional.of(Instant.ofEpochSecond(from)), Optional.of(Instant.ofEpochSecond(until)));
    }

    private static List<String> connections(RuntimeRecord record, Window window, String watched) throws Exception {
        return Sight.of(record, window, policy(watched)).blindTo(DeviationKind.NEW_DESTINATION);
    }

    @Test
    void aWholeRecordOfASourceThatWatchesSeesEverythingOfThatKindAndOfNoOther() throws Exception {
        RuntimeRecord record = record(exit(100, 1) + exit(200, 2));
        assertEquals(List.of(), connections(record, window(100, 200), STATED));
        assertEquals(
                List.of("that auditd was set to record programs is not stated (watched.programs)"),
                Sight.of(record, window(100, 200), policy(STATED)).blindTo(DeviationKind.UNEXPECTED_CHILD));
    }

    @Test
    void whatIsNotStatedIsNotWatched() throws Exception {
        assertEquals(
                1,
                connections(record(exit(100, 1) + exit(200, 2)), window(100, 200), "")
                        .size());
    }

    @Test
    void beforeTheFirstRecordAndAfterTheLastNothingIsSeen() throws Exception {
        RuntimeRecord record = record(exit(100, 1) + exit(200, 2));
        assertTrue(connections(record, window(99, 200), STATED).getFirst().contains("after the window"));
        assertTrue(connections(record, window(100, 201), STATED).getFirst().contains("before the window does"));
    }

    @Test
    void missingNumbersWithinTheWindowAreAGapAndOutsideItAreNot() throws Exception {
        RuntimeRecord record = record(exit(100, 1) + exit(200, 5) + exit(300, 6));
        assertEquals(1, connections(record, window(100, 300), STATED).size());
        assertEquals(List.of(), connections(record, window(250, 300), STATED));
    }

    @Test
    void betweenTwoLogsThatDoNotJoinNothingIsSeen() throws Exception {
        assertEquals(
                List.of(),
                connections(
                        record(exit(100, 1) + exit(200, 2), exit(300, 3) + exit(400, 4)), window(100, 400), STATED));
        assertTrue(connections(
                        record(exit(100, 1) + exit(200, 2), exit(300, 9) + exit(400, 10)), window(100, 400), STATED)
                .getFirst()
                .startsWith("between two logs of h"));
    }

    @Test
    void aRuleThatIsTakenAwayMakesAGapForWhatItWatches() throws Exception {
        RuntimeRecord record = record(exit(100, 1)
                + line(150, 2, "CONFIG_CHANGE auid=0 ses=1 op=remove_rule key=\"ai_net\" list=4 res=1")
                + exit(200, 3));
        assertTrue(connections(record, window(100, 200), STATED).getFirst().contains("was changed"));
        assertEquals(List.of(), connections(record, window(160, 200), STATED));
    }

    @Test
    void aRuleOfAnUnknownKeyThatIsAddedMayExclude() throws Exception {
        RuntimeRecord record = record(exit(100, 1)
                + line(150, 2, "CONFIG_CHANGE auid=0 ses=1 op=add_rule key=\"other\" list=4 res=1")
                + exit(200, 3));
        assertEquals(1, connections(record, window(100, 200), STATED).size());
    }

    @Test
    void straceFollowsEveryCall() throws Exception {
        RuntimeRecord record = record("""
                10 1700000100.000001 exit_group(0) = ?
                10 1700000200.000001 +++ exited with 0 +++
                """);
        assertEquals(List.of(), connections(record, window(1700000101, 1700000200), ""));
    }
}
