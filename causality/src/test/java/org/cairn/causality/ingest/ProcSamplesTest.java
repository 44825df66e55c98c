package org.cairn.causality.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.causality.Coverage;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.record.LogFile;
import org.cairn.causality.record.RuntimeRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `cairn runtime record` writes, read again. The lines are of a real recording, with other numbers and names.
class ProcSamplesTest {
    private static final String HEADER = """
            {"at":"2026-11-22T00:00:00Z","boot":"7f91f1dd-c564-48df-916c-eba6c487491b","bootedAt":"2026-11-21T00:00:00Z","everyMillis":500,"format":"cairn-proc-samples","host":"gpu-1","only":[],"user":"ai","version":1}
            """;
    private static final String SERVER = """
            {"at":"2026-11-22T00:00:01Z","process":{"device":"fe:00","euid":"1000","inode":77,"parent":1,"pid":10,"program":"/usr/bin/python3.11","start":100,"startedAt":"2026-11-21T00:00:01Z","uid":"1000","words":"python3 server.py"}}
            {"at":"2026-11-22T00:00:01Z","socket":{"address":"0.0.0.0","descriptor":3,"pid":10,"port":8000,"role":"listening","start":100,"transport":"tcp"}}
            """;
    private static final String SAMPLE = """
            {"at":"2026-11-22T00:00:01Z","sample":{"deniedFiles":12,"deniedPrograms":3,"hidden":false,"number":1,"processes":2,"unreadSockets":0,"vanished":0}}
            """;
    private static final String CLIENT = """
            {"at":"2026-11-22T00:00:02Z","process":{"device":"fe:00","euid":"1000","inode":78,"parent":10,"pid":11,"program":"/usr/bin/curl","start":8640150,"startedAt":"2026-11-22T00:00:01.500Z","uid":"1000","words":"curl"}}
            {"at":"2026-11-22T00:00:02Z","file":{"access":"read","closesOnExecute":true,"descriptor":4,"device":"fe:00","inode":500,"path":"/srv/data/patients.csv","pid":11,"start":8640150}}
            {"at":"2026-11-22T00:00:02Z","socket":{"address":"127.0.0.1","descriptor":5,"peerAddress":"127.0.0.1","peerPort":8000,"pid":11,"port":40000,"role":"connected","start":8640150,"transport":"tcp"}}
            {"at":"2026-11-22T00:00:02Z","socket":{"address":"::ffff:127.0.0.1","descriptor":4,"peerAddress":"::ffff:127.0.0.1","peerPort":40000,"pid":10,"port":8000,"role":"accepted","start":100,"transport":"tcp"}}
            """;

    @TempDir
    Path folder = Path.of("");

    private RuntimeRecord read(String... lines) throws Exception {
        Path file = Files.writeString(folder.resolve("samples.jsonl"), String.join("", lines));
        return RuntimeRecord.read(
                List.of(new LogFile(file, "unnamed", Optional.empty(), ZoneOffset.UTC, Optional.empty())));
    }

    private static List<String> edges(RuntimeRecord record) {
        return record.graph().edges().stream()
                .map(edge -> edge.action() + " " + edge.result() + " " + edge.basis() + " "
                        + edge.at().time())
                .toList();
    }

    @Test
    void whatWasSeenIsWhatIsThereAndBothEndsOfAConnectionAreOne() throws Exception {
        RuntimeRecord record = read(HEADER, SERVER, SAMPLE, CLIENT);
        assertEquals(
                List.of(
                        "EXECUTE SUCCEEDED INFERRED 2026-11-21T00:00:01Z",
                        "BIND SUCCEEDED RECORDED 2026-11-22T00:00:01Z",
                        "FORK SUCCEEDED INFERRED 2026-11-22T00:00:01.500Z",
                        "EXECUTE SUCCEEDED INFERRED 2026-11-22T00:00:01.500Z",
                        "READ SUCCEEDED RECORDED 2026-11-22T00:00:02Z",
                        "CONNECT SUCCEEDED INFERRED 2026-11-22T00:00:02Z",
                        "ACCEPT SUCCEEDED INFERRED 2026-11-22T00:00:02Z"),
                edges(record),
                () -> record.graph().edges().toString());
        assertEquals(
                record.graph().edges().get(5).effect(),
                record.graph().edges().get(6).cause());
        assertEquals("gpu-1", record.graph().edges().getFirst().effect().host());
    }

    @Test
    void theWholeRecordingIsAGapThatCountsWhatWasRefused() throws Exception {
        RuntimeRecord record = read(HEADER, SERVER, SAMPLE);
        IngestSummary log = record.logs().getFirst();
        assertEquals("proc-samples", log.format().id());
        assertEquals(4, log.records());
        assertEquals(0, log.rejectedRecords());
        Coverage.Gap gap = log.coverage().gaps().getFirst();
        assertEquals(Coverage.Kind.SAMPLED, gap.kind());
        assertEquals("2026-11-22T00:00:00Z", gap.from().orElseThrow().time().toString());
        assertTrue(gap.detail().contains("looked at 1 times, at best every 500 ms"), gap.detail());
        assertTrue(gap.detail().contains("12 processes did not show what they hold, up to 3 not"), gap.detail());
    }

    /// The first use of the id had ended at the latest when the second began.
    @Test
    void aProcessIdUsedAgainIsAnotherProcess() throws Exception {
        RuntimeRecord record = read(HEADER, SERVER, """
                {"at":"2026-11-22T00:00:03Z","ended":{"pid":10,"start":100}}
                {"at":"2026-11-22T00:00:04Z","process":{"euid":"1000","parent":1,"pid":10,"program":"/usr/bin/python3.11","start":8640300,"startedAt":"2026-11-22T00:00:03Z","uid":"1000","words":"python3 server.py"}}
                """);
        assertEquals(
                2,
                record.graph().nodes().stream()
                        .filter(ProcessNode.class::isInstance)
                        .count(),
                () -> record.graph().nodes().toString());
    }

    @Test
    void anotherProgramIsToldFromOtherWordsAndFromAFileThatWasRemoved() throws Exception {
        String changed = """
                {"at":"2026-11-22T00:00:0%dZ","changed":{"euid":"%s","parent":1,"pid":10,"program":"%s","start":100,"startedAt":"2026-11-21T00:00:01Z","uid":"1000","words":"%s"}}
                """;
        RuntimeRecord record = read(
                HEADER,
                SERVER,
                changed.formatted(2, "1000", "/usr/bin/python3.11", "server: idle"),
                changed.formatted(3, "1000", "/usr/bin/python3.11 (deleted)", "server: idle"),
                changed.formatted(4, "0", "/usr/bin/python3.11 (deleted)", "server: idle"),
                changed.formatted(5, "0", "/tmp/.c/upd", "upd"));
        assertEquals(
                List.of(
                        "EXECUTE SUCCEEDED INFERRED 2026-11-21T00:00:01Z",
                        "BIND SUCCEEDED RECORDED 2026-11-22T00:00:01Z",
                        "CHANGE_USER SUCCEEDED RECORDED 2026-11-22T00:00:04Z",
                        "BECOME SUCCEEDED RECORDED 2026-11-22T00:00:05Z",
                        "EXECUTE SUCCEEDED RECORDED 2026-11-22T00:00:05Z"),
                edges(record));
    }

    @Test
    void aRecordingThatWasCutReadsUpToItsLastWholeLine() throws Exception {
        RuntimeRecord whole = read(HEADER, SERVER);
        RuntimeRecord cut = read(HEADER, SERVER, CLIENT.substring(0, 90));
        assertEquals(edges(whole), edges(cut));
        assertEquals(1, cut.logs().getFirst().rejectedRecords());
        assertEquals(
                List.of(Coverage.Kind.SAMPLED, Coverage.Kind.LINES_REFUSED, Coverage.Kind.LAST_LINE_OPEN),
                cut.logs().getFirst().coverage().gaps().stream()
                        .map(Coverage.Gap::kind)
                        .toList());
    }

    @Test
    void anotherVersionIsRefusedAndLinesThatMakeNoSenseAreCounted() throws Exception {
        IngestSummary log = read(
                        HEADER.replace("\"version\":1", "\"version\":2"),
                        Stream.of(
                                        "{\"at\":\"2026-11-22T00:00:01Z\"}",
                                        "{\"at\":\"yesterday\",\"sample\":{}}",
                                        "{\"at\":\"2026-11-22T00:00:01Z\",\"file\":{\"pid\":-1}}",
                                        "[]",
                                        "{\"at\":\"2026-11-22T00:00:01Z\",\"weather\":{}}")
                                .reduce("", (all, line) -> all + line + "\n"))
                .logs()
                .getFirst();
        assertEquals(5, log.rejectedRecords());
        assertEquals(1, log.unread().get("proc-samples weather"));
    }
}
