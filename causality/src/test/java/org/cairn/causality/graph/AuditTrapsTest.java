package org.cairn.causality.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.causality.Action;
import org.cairn.causality.Coverage;
import org.cairn.causality.Edge;
import org.cairn.causality.GraphText;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.Recording;
import org.cairn.causality.ingest.IngestException;
import org.junit.jupiter.api.Test;

/// What real audit logs do to parsers that expect them to be tidy.
class AuditTrapsTest {
    private static final Path CASES = Path.of("src/test/cases/provenance");

    private static Recording read(String name) throws IOException, IngestException {
        return Recording.of(Files.readAllBytes(CASES.resolve(name + ".pass.txt")));
    }

    private static List<String> edges(Recording recording, Action action) {
        return recording.graph().edges().stream()
                .filter(edge -> edge.action() == action)
                .map(edge -> edge.result() + " " + GraphText.node(recording.graph(), edge.cause()) + " -> "
                        + GraphText.node(recording.graph(), edge.effect()))
                .toList();
    }

    private static List<ProcessFacts> facts(Recording recording, long pid) {
        return recording.graph().nodes().stream()
                .filter(node -> node instanceof ProcessNode process && process.pid() == pid)
                .flatMap(node -> recording.graph().facts((ProcessNode) node).stream())
                .toList();
    }

    @Test
    void aNonBlockingConnectIsAnAttemptUntilDataWasTaken() throws Exception {
        assertEquals(
                List.of(
                        "SUCCEEDED 100@1#0 /usr/bin/python3.11 -> socket 203.0.113.50:443/0",
                        "ATTEMPTED 100@1#0 /usr/bin/python3.11 -> socket 203.0.113.50:8443/0",
                        "FAILED 100@1#0 /usr/bin/python3.11 -> socket [2001:db8:77::50]:443/0"),
                edges(read("connect-without-waiting"), Action.CONNECT));
    }

    @Test
    void theCallThatProvesAConnectionIsAmongItsRecords() throws Exception {
        Recording recording = read("connect-without-waiting");
        byte[] log = Files.readAllBytes(CASES.resolve("connect-without-waiting.pass.txt"));
        Edge delivered = recording.graph().edges().stream()
                .filter(edge -> edge.action() == Action.CONNECT)
                .findFirst()
                .orElseThrow();
        List<String> types = delivered.records().stream()
                .map(ref -> new String(log, (int) ref.offset(), 13, java.nio.charset.StandardCharsets.US_ASCII))
                .toList();
        assertEquals(List.of("type=SYSCALL ", "type=SOCKADDR", "type=SYSCALL "), types);
    }

    @Test
    void writingToAFileThatGotTheDescriptorProvesNoConnection() throws Exception {
        assertEquals(
                List.of("ATTEMPTED 100@1#0 /usr/bin/python3.11 -> socket 203.0.113.50:8443/0"),
                edges(read("descriptor-reused-for-a-file"), Action.CONNECT));
    }

    @Test
    void aConnectOfADatagramSocketProvesNothing() throws Exception {
        assertEquals(
                List.of(
                        "ATTEMPTED 10@1#0 /usr/bin/python3.11 -> socket 203.0.113.50:443/0",
                        "SUCCEEDED 10@1#0 /usr/bin/python3.11 -> socket 203.0.113.50:443/1",
                        "ATTEMPTED 10@1#0 /usr/bin/python3.11 -> socket 192.0.2.53:53/0",
                        "SUCCEEDED 10@1#0 /usr/bin/python3.11 -> socket 198.51.100.7:80/0"),
                edges(read("connect-of-a-datagram-socket"), Action.CONNECT));
    }

    @Test
    void aParentsRecordOfTheStartMayFollowTheChildsOwn() throws Exception {
        assertEquals(
                List.of("2 FORK SUCCEEDED RECORDED: 100@1#0 /usr/bin/dash -> 101@2#0 /usr/bin/id"),
                GraphText.edges(read("vfork-record-after-the-child").graph()).stream()
                        .filter(edge -> edge.contains("FORK"))
                        .toList());
    }

    @Test
    void anOrphanBelongsToWhoeverStartedItNotToProcessOne() throws Exception {
        assertEquals(
                List.of(
                        "SUCCEEDED 100@2#0 /usr/bin/dash -> 101@4#0 /usr/bin/dash",
                        "SUCCEEDED 101@4#0 /usr/bin/dash -> 102@6#0 /usr/bin/nc"),
                edges(read("double-fork"), Action.FORK));
    }

    @Test
    void threadsAreNoProcesses() throws Exception {
        Recording recording = read("threads");
        Set<Long> pids = recording.graph().nodes().stream()
                .flatMap(node -> node instanceof ProcessNode process
                        ? Optional.of(process.pid()).stream()
                        : Optional.<Long>empty().stream())
                .collect(Collectors.toSet());
        assertEquals(Set.of(100L), pids);
        assertEquals(1, recording.builder().unseenChildren());
    }

    @Test
    void aProcessIsWhatItRunsNotWhatItsTitleSays() throws Exception {
        assertEquals(
                List.of(new ProcessFacts(
                        Optional.of("/usr/bin/python3.11"),
                        List.of("python3", "t.py"),
                        Optional.of("1000"),
                        Optional.of("1000"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(99L))),
                facts(read("stale-process-title"), 100));
    }

    @Test
    void aScriptIsExecutedThoughTheProgramIsItsShell() throws Exception {
        assertEquals(
                List.of("SUCCEEDED file fe:00 60/0 /tmp/.c/upd -> 101@2#0 /usr/bin/dash"),
                edges(read("script-in-a-writable-place"), Action.EXECUTE));
    }

    @Test
    void aNameRelativeToADescriptorIsResolvedByItsDirectoryOrNotAtAll() throws Exception {
        assertEquals(
                List.of(
                        "SUCCEEDED 101@3#0 /usr/bin/rm -> file fe:00 60/0 /tmp/.c/upd",
                        "SUCCEEDED 101@3#0 /usr/bin/rm -> file fe:00 62/0 ?/other",
                        "SUCCEEDED 101@3#0 /usr/bin/rm -> file fe:00 63/0 /srv/here"),
                edges(read("name-relative-to-a-descriptor"), Action.UNLINK));
    }

    @Test
    void hexadecimalQuotedAndAbsentNamesAreToldApart() throws Exception {
        assertEquals(
                List.of(
                        "SUCCEEDED file fe:00 60/0 /tmp/notes with space.txt -> 100@1#0 /opt/my app/run",
                        "SUCCEEDED file fe:00 61/0 /tmp/2F746D70 -> 100@1#0 /opt/my app/run",
                        "SUCCEEDED file fe:00 62/0 /(null) -> 100@1#0 /opt/my app/run",
                        "SUCCEEDED file fe:00 63/0  -> 100@1#0 /opt/my app/run",
                        "SUCCEEDED file fe:00 64/0 /tmp/\\xc3\\xa4\\xff -> 100@1#0 /opt/my app/run"),
                edges(read("names-in-hexadecimal"), Action.READ));
    }

    @Test
    void anExitNeedsNoSuccessField() throws Exception {
        assertEquals(
                List.of("SUCCEEDED 101@2#0 /usr/bin/id -> 100@1#0 /usr/bin/dash"),
                edges(read("vfork-record-after-the-child"), Action.END));
    }

    @Test
    void enrichmentIsNeverTakenForTheRecordItself() throws Exception {
        assertEquals(
                List.of("SUCCEEDED file fe:00 12/0 /srv/model -> 100@1#0 /usr/bin/python3.11"),
                edges(read("enriched"), Action.READ));
    }

    @Test
    void interleavedRecordsAndLateSerialsGiveWholeEventsInOrder() throws Exception {
        Recording recording = read("interleaved-and-out-of-order");
        assertEquals(3, recording.summary().events());
        assertEquals(
                List.of(4L, 4L, 5L, 6L),
                recording.graph().edges().stream()
                        .map(edge -> edge.at().serial())
                        .toList());
    }

    @Test
    void aProgramInMemoryIsKnownByTheKernelsNameForIt() throws Exception {
        assertEquals(
                List.of(new ProcessFacts(
                        Optional.of("/memfd:upd (deleted)"),
                        List.of("/usr/sbin/cron"),
                        Optional.of("1000"),
                        Optional.of("1000"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(99L))),
                facts(read("program-in-memory-and-daemon-gaps"), 100));
    }

    @Test
    void ruleChangesAreKeptAndDaemonStopsAreGaps() throws Exception {
        Coverage coverage = read("program-in-memory-and-daemon-gaps").summary().coverage();
        assertEquals(
                List.of(
                        "auid=0 ses=1 op=add_rule key=\"k\" list=4 res=1",
                        "auid=0 ses=1 op=remove_rule key=\"k\" list=4 res=1"),
                coverage.changes().stream().map(Coverage.Change::what).toList());
        assertEquals(3, coverage.gapCount());
        assertTrue(coverage.gaps().stream().allMatch(gap -> gap.kind() == Coverage.Kind.DAEMON_STOPPED));
    }

    @Test
    void aServersWorkLeadsBackToTheClientOnTheSameHost() throws Exception {
        Recording recording = read("client-and-server-on-one-host");
        assertEquals(
                List.of(
                        "SUCCEEDED socket 127.0.0.1:8088/0 -> 10@1#0 /usr/bin/python3.11",
                        "SUCCEEDED socket 127.0.0.1:8088/1 -> 10@1#0 /usr/bin/python3.11",
                        "SUCCEEDED socket 198.51.100.9:50000/0 -> 10@1#0 /usr/bin/python3.11"),
                edges(recording, Action.ACCEPT));
        assertEquals(
                List.of(
                        "SUCCEEDED 20@3#0 /usr/bin/curl -> socket 127.0.0.1:8088/0",
                        "SUCCEEDED 30@9#0 /usr/bin/wget -> socket 127.0.0.1:8088/1"),
                edges(recording, Action.CONNECT));
    }
}
