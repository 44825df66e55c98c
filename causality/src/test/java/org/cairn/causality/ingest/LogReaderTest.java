package org.cairn.causality.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.causality.Activity;
import org.cairn.causality.Coverage;
import org.cairn.causality.Deed;
import org.cairn.causality.Endpoint;
import org.cairn.causality.FileMention;
import org.cairn.causality.FileNode;
import org.cairn.causality.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogReaderTest {
    private static final LogReader.Hints HINTS =
            new LogReader.Hints("h", Optional.of(LogFormat.AUDITD), ZoneOffset.UTC);

    private static String ended(int second, int serial) {
        return "type=SYSCALL msg=audit(17000000%02d.000:%d): arch=c000003e syscall=231 a0=0 items=0 ppid=1 pid=%d\n"
                .formatted(second, serial, 1000 + serial);
    }

    private static IngestSummary read(String log) throws IngestException {
        return Recording.read(log.getBytes(StandardCharsets.UTF_8), _ -> {});
    }

    @Test
    void aLineBeyondTheBoundIsRejectedAndTheNextIsRead() throws Exception {
        String log = ended(0, 1) + "x".repeat(LineReader.LONGEST_LINE_BYTES + 1) + "\n" + ended(0, 2);
        IngestSummary summary = read(log);
        assertEquals(
                List.of(new RejectedLine(2, ended(0, 1).length(), "line of 65537 bytes, longer than 65536")),
                summary.rejections());
        assertEquals(2, summary.activities());
    }

    @Test
    void anEventOfTooManyRecordsIsCutAndTheRestRejected() throws Exception {
        String path = "type=PATH msg=audit(1700000000.000:1): item=0 name=\"/a\" nametype=NORMAL\n";
        IngestSummary summary = read(path.repeat(EventReassembly.MOST_RECORDS + 3));
        assertEquals(3, summary.rejectedRecords());
        assertEquals(1, summary.events());
    }

    @Test
    void aLineWithoutEndIsReadAndTold() throws Exception {
        IngestSummary summary = read(ended(0, 1).stripTrailing());
        assertEquals(1, summary.activities());
        assertEquals(
                List.of(Coverage.Kind.LAST_LINE_OPEN),
                summary.coverage().gaps().stream().map(Coverage.Gap::kind).toList());
    }

    @Test
    void aBurstOfOpenEventsIsPassedOnEarly() throws Exception {
        StringBuilder log = new StringBuilder();
        for (int serial = 3 * EventReassembly.MOST_EVENTS; serial > 0; serial--) {
            log.append(ended(0, serial));
        }
        IngestSummary summary = read(log.toString());
        assertEquals(3 * EventReassembly.MOST_EVENTS, summary.activities());
        assertTrue(summary.lateEvents() > 0);
    }

    @Test
    void hugeRecordsAreNotAllHeld() throws Exception {
        String cwd = "type=CWD msg=audit(1700000000.000:%d): cwd=\"/" + "x".repeat(60_000) + "\"\n";
        StringBuilder log = new StringBuilder();
        for (int serial = 1; serial < 700; serial++) {
            log.append(cwd.formatted(serial));
        }
        log.append(cwd.formatted(1));
        assertEquals(1, read(log.toString()).lateEvents(), "the first event had been passed on");
    }

    @Test
    void theDaemonsSerialsSayNothingAboutTheKernels() throws Exception {
        String start = "type=DAEMON_START msg=audit(1700000000.000:17): op=start\n";
        List<Long> serials = new ArrayList<>();
        Recording.read(
                (start + ended(0, 1).replace(":1)", ":4000000000)")).getBytes(StandardCharsets.UTF_8),
                activity -> serials.add(activity.at().serial()));
        assertEquals(List.of(4_000_000_000L), serials);
    }

    @Test
    void aRecordThatComesLongAfterItsEventIsCountedAsLate() throws Exception {
        StringBuilder log = new StringBuilder(ended(0, 1));
        for (int serial = 2; serial < 2 + EventReassembly.LINES + 2; serial++) {
            log.append(ended(10, serial));
        }
        log.append(ended(0, 1));
        assertEquals(1, read(log.toString()).lateEvents());
    }

    @Test
    void bytesOtherThanThoseThatWereIdentifiedAreRefused() {
        byte[] log = ended(0, 1).getBytes(StandardCharsets.UTF_8);
        LogSource source =
                new LogSource("a.log", "h", Recording.NONE.summary().source().digest(), log.length);
        IngestException refusal = assertThrows(
                IngestException.class,
                () -> LogReader.read(source, new ByteArrayInputStream(log), LogFormat.AUDITD, ZoneOffset.UTC, _ -> {}));
        assertTrue(String.valueOf(refusal.getMessage())
                .startsWith("a.log: changed while it was read, up to line 1; copy the log"));
    }

    @Test
    void aMissingFileIsRefusedByName(@TempDir Path folder) {
        IngestException refusal =
                assertThrows(IngestException.class, () -> LogReader.read(folder.resolve("none.log"), HINTS, _ -> {}));
        assertTrue(String.valueOf(refusal.getMessage()).contains("none.log: cannot be read after byte 0"));
    }

    @Test
    void everyRecordRefPointsToTheLineItCameFrom(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.log"), "no record\n" + ended(0, 1) + ended(0, 2));
        List<Activity> activities = new ArrayList<>();
        IngestSummary summary = LogReader.read(file, HINTS, activities::add);
        String text = Files.readString(file);
        for (Activity activity : activities) {
            int offset = (int) activity.records().getFirst().offset();
            assertTrue(text.substring(offset)
                    .startsWith("type=SYSCALL msg=audit(1700000000.000:"
                            + activity.at().serial() + ")"));
            assertEquals(
                    summary.source().digest(), activity.records().getFirst().source());
        }
        assertEquals(2, activities.size());
    }

    @Test
    void aMachineWhoseNumbersAreNotKnownIsAGap() throws Exception {
        String call = "type=SYSCALL msg=audit(1700000000.000:1): arch=40000008 syscall=4005 success=yes exit=3 pid=5\n";
        IngestSummary summary = read(call);
        assertEquals(1, summary.foreignEvents());
        assertEquals(1, summary.coverage().gapCount());
    }

    /// openat of every machine, with the numbers of linux 6.12.
    @ParameterizedTest
    @CsvSource({
        "c000003e, 257",
        "c000003e, 1073742081",
        "40000003, 295",
        "c00000b7, 56",
        "c00000f3, 56",
        "40000028, 322",
        "80000015, 286",
        "c0000015, 286",
        "14, 286",
        "80000016, 288",
        "16, 288"
    })
    void theSameCallOfEveryMachineIsTheSameActivity(String architecture, long number) throws Exception {
        List<Activity> activities = new ArrayList<>();
        String log = "type=SYSCALL msg=audit(1700000000.000:1): arch=" + architecture + " syscall=" + number
                + " success=yes exit=3 a0=ffffff9c a1=0 a2=0 items=1 ppid=1 pid=5 exe=\"/a\"\n"
                + "type=PATH msg=audit(1700000000.000:1): item=0 name=\"/b\" inode=7 dev=fe:00 nametype=NORMAL\n";
        Recording.read(log.getBytes(StandardCharsets.UTF_8), activities::add);
        assertEquals(
                new Deed.Opened(
                        Optional.of(3L),
                        Deed.Access.READ,
                        true,
                        new FileMention(
                                Optional.of(new FileNode.Inode("fe:00", 7)),
                                new FileMention.Absolute("/b"),
                                FileMention.Change.NONE)),
                activities.getFirst().deed());
    }

    @Test
    void aCallThroughSocketcallIsTheCallItStandsFor() throws Exception {
        List<Activity> activities = new ArrayList<>();
        String log = "type=SYSCALL msg=audit(1700000000.000:1): arch=40000003 syscall=102 success=yes exit=0 a0=3"
                + " a1=bf000000 items=0 ppid=1 pid=5 exe=\"/a\"\n"
                + "type=SOCKETCALL msg=audit(1700000000.000:1): nargs=3 a0=7 a1=bf000010 a2=10\n"
                + "type=SOCKADDR msg=audit(1700000000.000:1): saddr=020001BBCB0071320000000000000000\n";
        Recording.read(log.getBytes(StandardCharsets.UTF_8), activities::add);
        Deed expected =
                new Deed.Connected(Optional.of(7L), new Endpoint.Inet(org.cairn.proof.Bytes.parseHex("cb007132"), 443));
        assertEquals(List.of(expected), activities.stream().map(Activity::deed).toList());
    }
}
