package org.cairn.causality.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cairn.causality.Action;
import org.cairn.causality.Activity;
import org.cairn.causality.Coverage;
import org.cairn.causality.Edge;
import org.cairn.causality.FileNode;
import org.cairn.causality.GraphText;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.Recording;
import org.cairn.causality.graph.GraphBuilder;
import org.cairn.causality.graph.ProcessFacts;
import org.cairn.causality.graph.ProvenanceGraph;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every source gives the same activities, with its own gaps. Counts are held against counts made another way.
class SourcesTest {
    private record Read(IngestSummary summary, GraphBuilder builder) {
        List<String> edges() {
            return GraphText.edges(builder.graph());
        }
    }

    private static Read read(byte[] log, LogFormat format) throws IngestException {
        GraphBuilder builder = new GraphBuilder();
        LogSource source = new LogSource("test.log", "h", Digest.sha256(Bytes.copyOf(log)), log.length);
        return new Read(
                LogReader.read(source, new ByteArrayInputStream(log), format, ZoneOffset.UTC, builder), builder);
    }

    private static Read read(String log, LogFormat format) throws IngestException {
        return read(log.getBytes(StandardCharsets.UTF_8), format);
    }

    private static List<String> gaps(Read read) {
        return read.summary().coverage().gaps().stream()
                .map(gap -> gap.kind() + ": " + gap.detail())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"A-std", "E-benign"})
    void laurelsEventsAreThoseOfTheRawLog(String name) throws Exception {
        Read raw = read(Recording.sharedLog("audit-own/" + name + ".audit.log.gz"), LogFormat.AUDITD);
        byte[] log = Recording.sharedLog("audit-own/" + name + ".laurel.jsonl.gz");
        Read laurel = read(log, LogFormat.LAUREL);
        assertEquals(
                new String(log, StandardCharsets.UTF_8).lines().count(),
                laurel.summary().events());
        assertEquals(raw.summary().events(), laurel.summary().events());
        assertEquals(raw.summary().activities(), laurel.summary().activities());
        assertEquals(raw.edges(), laurel.edges());
        assertEquals(0, laurel.summary().rejectedRecords());
    }

    @Test
    void anEventReadFromTwoFormatsCountsOnce() throws Exception {
        GraphBuilder builder = new GraphBuilder();
        Recording.read(Recording.sharedLog("audit-own/A-std.audit.log.gz"), builder);
        List<Edge> once = List.copyOf(builder.graph().edges());
        byte[] laurel = Recording.sharedLog("audit-own/A-std.laurel.jsonl.gz");
        LogSource source = new LogSource("l", "h", Digest.sha256(Bytes.copyOf(laurel)), laurel.length);
        LogReader.read(source, new ByteArrayInputStream(laurel), LogFormat.LAUREL, ZoneOffset.UTC, builder);
        assertEquals(once, builder.graph().edges());
    }

    /// Users are names and bytes outside ASCII are shown as they are, so the edges are compared without users.
    @Test
    void whatAusearchInterpretsIsWhatItWasMadeFrom(@TempDir Path folder) throws Exception {
        Path ausearch = Path.of("/sbin/ausearch");
        assumeTrue(Files.isExecutable(ausearch), "ausearch is not installed (package auditd)");
        byte[] log = Recording.sharedLog("audit-own/A-std.audit.log.gz");
        Path file = Files.write(folder.resolve("a.log"), log);
        Path out = folder.resolve("out");
        ProcessBuilder interpret = new ProcessBuilder(ausearch.toString(), "-i", "-if", file.toString());
        interpret.environment().putAll(Map.of("TZ", "UTC", "LC_ALL", "C"));
        Process process = interpret
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, process.waitFor());
        Read raw = read(log, LogFormat.AUDITD);
        Read interpreted = read(Files.readAllBytes(out), LogFormat.AUSEARCH);
        assertEquals(6269, interpreted.summary().records());
        assertEquals(0, interpreted.summary().rejectedRecords());
        assertEquals(raw.summary().events(), interpreted.summary().events());
        assertEquals(raw.edges(), interpreted.edges());
    }

    @Test
    void straceIsReadToTheLastLine() throws Exception {
        byte[] log = Recording.sharedLog("strace/train.strace.gz");
        Read read = read(log, LogFormat.STRACE);
        List<String> lines = new String(log, StandardCharsets.UTF_8).lines().toList();
        long unfinished =
                lines.stream().filter(line -> line.endsWith("<unfinished ...>")).count();
        assertEquals(lines.size(), read.summary().lines());
        assertEquals(unfinished, read.summary().furtherLines());
        assertEquals(lines.size() - unfinished, read.summary().events());
        assertEquals(0, read.summary().rejectedRecords());
        assertEquals(List.of(), gaps(read));
    }

    /// Counted in the text itself: opens by the access they name, starts by clone without CLONE_THREAD.
    @Test
    void straceGivesEveryOpenStartAndRemovalThatTheTextNames() throws Exception {
        byte[] log = Recording.sharedLog("strace/train.strace.gz");
        Read read = read(log, LogFormat.STRACE);
        String text = new String(log, StandardCharsets.UTF_8);
        Map<Action, Long> counts = new TreeMap<>();
        read.builder().graph().edges().forEach(edge -> counts.merge(edge.action(), 1L, Long::sum));
        assertEquals(matches(text, "(?m)openat\\(.*O_RD(ONLY|WR)"), counts.get(Action.READ));
        assertEquals(matches(text, "(?m) clone\\("), counts.get(Action.FORK));
        assertEquals(matches(text, "(?m) unlink\\("), counts.get(Action.UNLINK));
        assertEquals(matches(text, "(?m) execve\\("), counts.get(Action.EXECUTE));
    }

    private static long matches(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }

    /// strace writes the end of the parent's `vfork` whenever it gets to it: before the child runs its program, while
    /// it reads, or when it has long ended.
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void aChildIsTheProgramThatItRanWhereverTheEndOfItsParentsCallIsWritten(int place) throws Exception {
        List<String> lines = new ArrayList<>(List.of(
                "10 1700000000.000001 execve(\"/bin/sh\", [\"sh\"], 0x7ff /* 4 vars */) = 0",
                "10 1700000000.000002 vfork( <unfinished ...>",
                "11 1700000000.000003 execve(\"/usr/bin/cat\", [\"cat\", \"a\"], 0x7ff /* 4 vars */) = 0",
                "11 1700000000.000004 openat(AT_FDCWD</srv>, \"a\", O_RDONLY) = 3</srv/a>",
                "11 1700000000.000005 +++ exited with 0 +++"));
        lines.add(place, "10 1700000000.000006 <... vfork resumed>) = 11");
        lines.add("10 1700000000.000007 vfork() = 11");
        lines.add("11 1700000000.000008 openat(AT_FDCWD</srv>, \"b\", O_RDONLY) = 3</srv/b>");

        Read read = read(String.join("\n", lines) + "\n", LogFormat.STRACE);

        assertEquals(0, read.summary().rejectedRecords());
        assertEquals(
                List.of("/srv/a read by /usr/bin/cat", "/srv/b read by /bin/sh"),
                read.builder().graph().edges().stream()
                        .filter(edge -> edge.action() == Action.READ)
                        .sorted(Comparator.comparing(Edge::at))
                        .map(edge -> readBy(read, edge))
                        .toList());
        assertEquals(
                2,
                read.builder().graph().edges().stream()
                        .filter(edge -> edge.action() == Action.FORK)
                        .count());
    }

    private static String readBy(Read read, Edge edge) {
        ProvenanceGraph graph = read.builder().graph();
        return graph.paths((FileNode) edge.cause()).getFirst().text() + " read by "
                + graph.facts((ProcessNode) edge.effect())
                        .flatMap(ProcessFacts::exe)
                        .orElse("nobody known");
    }

    @Test
    void aCallInTwoLinesRestsOnBothAndThreadsAreTheirProcess() throws Exception {
        String log = """
                10 1700000000.000001 execve("/usr/bin/python3", ["python3", "a b.py"], 0x7ff /* 4 vars */) = 0
                10 1700000000.000002 clone3({flags=CLONE_VM|CLONE_THREAD, exit_signal=0} => {parent_tid=[11]}, 88) = 11
                11 1700000000.000003 openat(AT_FDCWD</srv>, "in.csv", O_RDONLY|O_CLOEXEC <unfinished ...>
                10 1700000000.000004 clone(child_stack=NULL, flags=SIGCHLD <unfinished ...>
                11 1700000000.000005 <... openat resumed>) = 3</srv/in.csv>
                12 1700000000.000006 openat(AT_FDCWD</srv>, "out\\40file", O_WRONLY|O_CREAT|O_TRUNC, 0666) = 4</srv/out file>
                10 1700000000.000007 <... clone resumed>, child_tidptr=0x7f) = 12
                12 1700000000.000008 socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_IP) = 5<TCP:[77]>
                12 1700000000.000009 connect(5<TCP:[77]>, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("203.0.113.50")}, 16) = -1 EINPROGRESS (Operation now in progress)
                12 1700000000.000010 sendto(5<TCP:[10.0.0.2:5->203.0.113.50:443]>, "x\\"), y", 6, 0, NULL, 0) = 6
                12 1700000000.000011 +++ exited with 0 +++
                """;
        Read read = read(log, LogFormat.STRACE);
        assertEquals(
                List.of(
                        "0 EXECUTE SUCCEEDED RECORDED: name /usr/bin/python3 -> 10@0#0 /usr/bin/python3",
                        "2 READ SUCCEEDED RECORDED: name /srv/in.csv -> 10@0#0 /usr/bin/python3",
                        "4 FORK SUCCEEDED RECORDED: 10@0#0 /usr/bin/python3 -> 12@3#0 /usr/bin/python3",
                        "3 WRITE SUCCEEDED RECORDED: 12@3#0 /usr/bin/python3 -> name /srv/out file",
                        "6 until 7 CONNECT SUCCEEDED RECORDED: 12@3#0 /usr/bin/python3 -> socket 203.0.113.50:443/0",
                        "8 END SUCCEEDED RECORDED: 12@3#0 /usr/bin/python3 -> 10@0#0 /usr/bin/python3"),
                read.edges().stream()
                        .sorted(Comparator.comparingInt(SourcesTest::place))
                        .toList());
        Edge opened = read.builder().graph().edges().stream()
                .filter(edge -> edge.action() == Action.READ)
                .findFirst()
                .orElseThrow();
        assertEquals(2, opened.records().size());
    }

    private static int place(String edge) {
        return List.of("EXECUTE", "READ", "FORK", "WRITE", "CONNECT", "END")
                .indexOf(edge.replaceAll("^\\d+( until \\d+)? (\\w+) .*", "$2"));
    }

    @Test
    void whatStraceCutIsRefusedOrTold() throws Exception {
        String log = """
                10 1700000000.000001 openat(AT_FDCWD</srv>, "a", O_RDONLY
                10 1700000000.000002 <... read resumed>"x", 1) = 1
                no strace
                10 1700000000.000003 openat(AT_FDCWD</srv>, "b", O_RDONLY <unfinished ...>
                """;
        Read read = read(log, LogFormat.STRACE);
        assertEquals(3, read.summary().rejectedRecords());
        assertEquals(
                List.of(
                        "EVENT_INCOMPLETE: a call that began and whose end is not in the log: openat",
                        "LINES_REFUSED: 3 lines were refused, such as line 1: a system call whose arguments do not end"),
                gaps(read));
    }

    /// 17 of the 20 say what the graph holds; a connection that closed without an answer proves nothing.
    @Test
    void tetragonsSamplesAreAllReadPrintedOverManyLines() throws Exception {
        Path folder = Recording.shared("json-events/tetragon/00_process_lifecycle_nc_process_connect.json")
                .getParent();
        Map<String, Long> counts = new TreeMap<>();
        long documents = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                Read read = read(Files.readAllBytes(file), LogFormat.TETRAGON);
                assertEquals(0, read.summary().rejectedRecords(), file.toString());
                assertEquals(0, read.summary().rejectedEvents(), file.toString());
                documents += read.summary().records();
                counts.merge("activities", read.summary().activities(), Long::sum);
                read.summary().unread().forEach((kind, count) -> counts.merge(kind, count, Long::sum));
                read.builder().graph().edges().forEach(edge -> counts.merge("" + edge.action(), 1L, Long::sum));
            }
        }
        assertEquals(20, documents);
        assertEquals(9L, counts.get("EXECUTE"));
        assertEquals(1L, counts.get("READ"));
        assertEquals(1L, counts.get("WRITE"));
    }

    @Test
    void tetragonTellsParentUserContainerAndWhetherAConnectionAnswered() throws Exception {
        Path file = Recording.shared("json-events/tetragon/00_process_lifecycle_nc_process_connect.json");
        Read read = read(Files.readAllBytes(file), LogFormat.TETRAGON);
        assertEquals(
                List.of("0 CONNECT ATTEMPTED RECORDED: 38314@0#0 /usr/bin/nc -> socket 64.225.45.153:443/0"),
                read.edges());
        var facts = read.builder().graph().nodes().stream()
                .filter(org.cairn.causality.ProcessNode.class::isInstance)
                .map(node -> read.builder()
                        .graph()
                        .facts((org.cairn.causality.ProcessNode) node)
                        .orElseThrow())
                .toList();
        assertEquals(
                java.util.Optional.of("e6af4dff4ea3b8d50313c59f"),
                facts.getFirst().container());
        assertEquals(java.util.Optional.of(38312L), facts.getFirst().ppid());
    }

    @Test
    void anObjectThatIsCutIsRefusedAndTheNextIsRead() throws Exception {
        String whole =
                "{\"process_exit\":{\"process\":{\"pid\":7,\"binary\":\"/a\"}},\"time\":\"2022-02-01T18:01:56Z\"}\n";
        Read read = read("{\"process_exit\":{\"process\":{\n" + whole + "{\"process_exit\":", LogFormat.TETRAGON);
        assertEquals(1, read.summary().events());
        assertEquals(
                List.of(1L, 3L),
                read.summary().rejections().stream().map(RejectedLine::number).toList());
        assertEquals(3, read.summary().lines());
    }

    private static final String ALERT = """
            {"hostname":"gpu-1","output":"o","priority":"Warning","rule":"R","time":"2026-01-31T17:00:0%d.000000001Z","output_fields":{%s}}
            """;

    @Test
    void falcosAlertsAreWhatTheirFieldsProve() throws Exception {
        String log = ALERT.formatted(
                        1,
                        "\"evt.type\":\"execve\",\"evt.res\":\"SUCCESS\",\"proc.pid\":20,\"proc.ppid\":10,"
                                + "\"proc.exepath\":\"/tmp/x\",\"proc.cmdline\":\"x -a\",\"container.id\":\"abc\"")
                + ALERT.formatted(
                        2,
                        "\"evt.type\":\"connect\",\"evt.res\":\"EINPROGRESS\",\"proc.pid\":20,\"proc.exepath\":\"/tmp/x\","
                                + "\"fd.name\":\"10.0.0.2:500->203.0.113.9:443\"")
                + ALERT.formatted(
                        3,
                        "\"evt.type\":\"openat\",\"proc.pid\":20,\"proc.exepath\":\"/tmp/x\",\"fd.name\":\"/etc/shadow\","
                                + "\"evt.arg.flags\":\"O_RDONLY|O_CLOEXEC\"")
                + ALERT.formatted(4, "\"evt.type\":\"openat\",\"proc.pid\":20,\"fd.name\":\"/etc/shadow\"")
                + ALERT.formatted(5, "\"evt.type\":\"openat\",\"proc.name\":\"cat\"");
        Read read = read(log, LogFormat.FALCO);
        assertEquals(
                List.of(
                        "0 EXECUTE SUCCEEDED RECORDED: name /tmp/x -> 20@0#0 /tmp/x",
                        "1 CONNECT ATTEMPTED RECORDED: 20@0#0 /tmp/x -> socket 203.0.113.9:443/0",
                        "2 READ ATTEMPTED RECORDED: name /etc/shadow -> 20@0#0 /tmp/x"),
                read.edges());
        assertEquals(
                Map.of("alert without what the file was opened for: R", 1L, "alert without proc.pid: R", 1L),
                read.summary().unread());
        assertEquals(
                List.of(Coverage.Kind.ALERTS_ONLY),
                read.summary().coverage().gaps().stream()
                        .map(Coverage.Gap::kind)
                        .toList());
    }

    @Test
    void whatFalcoDroppedIsAGap() throws Exception {
        String log =
                ALERT.formatted(1, "\"n_drops\":\"1234\"").replace("\"R\"", "\"Falco internal: syscall event drop\"");
        assertTrue(gaps(read(log, LogFormat.FALCO)).contains("RECORDS_LOST: 1234 system calls dropped"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auditd    | type=SYSCALL msg=audit(1700000000.000:1): arch=c000003e",
                "auditd    | ----NLtime->Sat Nov 21 02:15:02 2026NLtype=A msg=audit(1700000000.000:1): a=1",
                "ausearch-i| ----NLtype=DAEMON_START msg=audit(11/21/26 02:15:02.785:2264) : op=start",
                "laurel    | {\"ID\":\"1795227302.785:2264\",\"DAEMON_START\":{}}",
                "tetragon  | {NL   \"process_exec\":{",
                "falco     | {\"hostname\":\"h\",\"output\":\"o\",\"priority\":\"W\",\"rule\":\"r\"",
                "strace    | 16812 1795227650.585207 execve(\"/usr/bin/python3\", [], 0x7f) = 0"
            })
    void aFormatIsToldByItsBeginning(String id, String beginning) {
        assertEquals(LogFormat.byId(id.strip()), LogFormat.of(beginning.replace("NL", "\n")));
    }

    @Test
    void aLogPackedByGzipIsReadAndItsOffsetsAreThoseOfTheLogInside() throws Exception {
        Path packed = Recording.shared("strace/train.strace.gz");
        List<Activity> activities = new ArrayList<>();
        LogReader.read(packed, new LogReader.Hints("h", java.util.Optional.empty(), ZoneOffset.UTC), activities::add);
        byte[] log = Recording.sharedLog("strace/train.strace.gz");
        for (Activity activity : activities) {
            int at = (int) activity.records().getFirst().offset();
            assertTrue(at == 0 || log[at - 1] == '\n', () -> "offset " + at);
            assertEquals(
                    Digest.sha256(Bytes.copyOf(log)),
                    activity.records().getFirst().source());
        }
    }

    @Test
    void aFileThatNobodyKnowsIsRefusedWithTheFormatsThatAreKnown(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("x"), "hello\n");
        IngestException refusal = org.junit.jupiter.api.Assertions.assertThrows(
                IngestException.class,
                () -> LogReader.read(
                        file, new LogReader.Hints("h", java.util.Optional.empty(), ZoneOffset.UTC), _ -> {}));
        assertTrue(String.valueOf(refusal.getMessage()).contains("begins like none of auditd, ausearch-i, laurel"));
    }

    @Test
    void filesKnownByNameOnlyAreOneByName() throws Exception {
        Read read = read(Recording.sharedLog("strace/train.strace.gz"), LogFormat.STRACE);
        long names = read.builder().graph().nodes().stream()
                .filter(FileNode.class::isInstance)
                .count();
        String text = new String(Recording.sharedLog("strace/train.strace.gz"), StandardCharsets.UTF_8);
        assertTrue(
                names > 50
                        && names <= Arrays.stream(text.split("\n")).distinct().count(),
                () -> "" + names);
    }
}
