package org.cairn.causality.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.cairn.causality.Action;
import org.cairn.causality.Edge;
import org.cairn.causality.decision.ContextCheck.Found;
import org.cairn.causality.record.LogFile;
import org.cairn.causality.record.RuntimeRecord;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server reads a document, is asked, asks a place outside, and reads another document after its answer.
class ReplayTest {
    private static final String LOG = """
            10 1700000000.000001 execve("/usr/bin/python3", ["python3", "server.py"], 0x7ff /* 4 vars */) = 0
            10 1700000001.000001 openat(AT_FDCWD</>, "/srv/docs/a.md", O_RDONLY|O_CLOEXEC) = 3</srv/docs/a.md>
            10 1700000002.000001 connect(5<TCP:[7]>, {sa_family=AF_INET, sin_port=htons(8000), sin_addr=inet_addr("203.0.113.50")}, 16) = 0
            10 1700000004.000001 openat(AT_FDCWD</>, "/srv/docs/b.md", O_RDONLY|O_CLOEXEC) = 4</srv/docs/b.md>
            10 1700000005.000001 +++ exited with 0 +++
            """;

    @TempDir
    Path folder = Path.of("");

    private RuntimeRecord record() throws Exception {
        Path file = Files.writeString(folder.resolve("server.strace"), LOG);
        return RuntimeRecord.read(
                List.of(new LogFile(file, "gpu-1", Optional.empty(), ZoneOffset.UTC, Optional.empty())));
    }

    private Decision decision(String members) throws Exception {
        Path file = Files.writeString(folder.resolve("d.jsonl"), "{\"model\":\"m\"," + members + "}\n");
        DecisionLog log = DecisionLog.read(file, Optional.empty());
        assertEquals(List.of(), log.refused());
        return log.decisions().getFirst();
    }

    @Test
    void theProcessOfThatIdAndTimeMadeItAndWhatItReadBeforeIsTold() throws Exception {
        RuntimeRecord record = record();
        Replay replay = Replay.of(
                record.graph(),
                decision(
                        "\"time\":1700000003,\"host\":\"gpu-1\",\"pid\":10,\"context\":[\"/srv/docs/a.md\",\"/srv/docs/b.md\"]"));
        assertEquals("ByProcess", replay.attribution().getClass().getSimpleName());
        assertEquals(1, replay.read().size());
        assertEquals(
                List.of(Action.CONNECT),
                replay.addressed().stream().map(Edge::action).toList());
        List<Decision.Context> documents = replay.decision().context();
        assertEquals(
                "2023-11-14T22:13:21.000001Z",
                replay.readAt(record.graph(), documents.getFirst())
                        .orElseThrow()
                        .time()
                        .toString());
        assertEquals(Optional.empty(), replay.readAt(record.graph(), documents.getLast()), "it was read afterwards");
    }

    @Test
    void withoutAProcessIdTheOnlyConnectionWithTheNamedPlaceTells() throws Exception {
        Replay replay = Replay.of(
                record().graph(), decision("\"time\":1700000003,\"api_base\":\"http://203.0.113.50:8000/v1\""));
        assertEquals("ByConnection", replay.attribution().getClass().getSimpleName());
        assertEquals(1, replay.read().size());
    }

    @Test
    void whatCannotBeTiedToAProcessIsToldWithTheReason() throws Exception {
        for (List<String> each : List.of(
                List.of("\"time\":1700000003,\"host\":\"gpu-2\",\"pid\":10", "the record holds no host gpu-2"),
                List.of("\"time\":1600000000,\"pid\":10", "the record shows no process 10 at that time"),
                List.of("\"time\":1700000006,\"pid\":10", "the record shows no process 10 at that time"),
                List.of("\"time\":1700000003", "the log names neither a process id nor an address with a port"),
                List.of(
                        "\"time\":1700000003,\"client\":\"192.0.2.1:5000\"",
                        "the record shows no process that had accepted from 192.0.2.1:5000"))) {
            Replay replay = Replay.of(record().graph(), decision(each.getFirst()));
            assertEquals(new Attribution.NotJoined(each.getLast()), replay.attribution());
            assertEquals(List.of(), replay.read());
        }
    }

    @Test
    void aDocumentIsHeldAgainstTheFileThatIsGiven() throws Exception {
        Path same = Files.writeString(folder.resolve("a.md"), "one");
        Path other = Files.writeString(folder.resolve("b.md"), "changed since");
        ContextCheck check = ContextCheck.of(List.of(same, other));
        Optional<Digest> stated = Optional.of(Digest.sha256(Bytes.utf8("one")));
        assertEquals(Found.MATCHES, check.found(new Decision.Context("/srv/docs/a.md", stated)));
        assertEquals(Found.DIFFERS, check.found(new Decision.Context("/srv/docs/b.md", stated)));
        assertEquals(Found.NOT_GIVEN, check.found(new Decision.Context("/srv/docs/c.md", stated)));
        assertEquals(Found.NO_DIGEST, check.found(new Decision.Context("/srv/docs/a.md", Optional.empty())));
    }
}
