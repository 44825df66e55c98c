package org.cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cairn.app.cli.CommandFixture.Result;
import org.cairn.causality.policy.Learned;
import org.cairn.causality.policy.PolicyText;
import org.cairn.causality.query.Window;
import org.cairn.causality.record.LogFile;
import org.cairn.causality.record.RuntimeRecord;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server starts a script from a writable place, which reads data and sends it away; asked of on the command line.
class RuntimeCommandsTest {
    static final String LOG = """
            10 1700000000.000001 execve("/usr/bin/python3", ["python3", "server.py"], 0x7ff /* 4 vars */) = 0
            10 1700000001.000001 clone(child_stack=NULL, flags=SIGCHLD) = 11
            11 1700000001.000002 execve("/tmp/.c/upd", ["/tmp/.c/upd"], 0x7ff /* 4 vars */) = 0
            11 1700000002.000001 openat(AT_FDCWD</>, "/srv/data/patients.csv", O_RDONLY|O_CLOEXEC) = 3</srv/data/patients.csv>
            11 1700000002.000002 openat(AT_FDCWD</>, "/tmp/o.gz", O_WRONLY|O_CREAT|O_TRUNC, 0666) = 4</tmp/o.gz>
            11 1700000003.000001 connect(5<TCP:[7]>, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("203.0.113.50")}, 16) = -1 EINPROGRESS (Operation now in progress)
            11 1700000003.000002 sendto(5<TCP:[7]>, "x", 1, 0, NULL, 0) = 1
            11 1700000004.000001 unlink("/tmp/o.gz") = 0
            11 1700000005.000001 +++ exited with 0 +++
            """;

    /// The second holds the prompt's text, and a process that the record does not show.
    static final String DECISIONS = """
            {"id":"chatcmpl-7f3a","time":"2023-11-14T22:13:23.5Z","model":"llama-3-8b","host":"gpu-1","pid":11,"prompt_sha256":"5fd924625f6ab16a19cc9807c7c506ae1813490e4ba675f843d5a10e0baacdb8","context":[{"path":"/srv/data/patients.csv","sha256":"5fd924625f6ab16a19cc9807c7c506ae1813490e4ba675f843d5a10e0baacdb8"}],"policy":"retrieval/3","approver":"anna","usage":{"prompt_tokens":812,"completion_tokens":64,"total_tokens":876},"cost":"0.0031"}
            {"id":"chatcmpl-7f3b","time":"2023-11-14T22:13:24Z","model":"llama-3-8b","pid":99,"messages":[{"role":"user","content":"is Frau Meier ill"}]}
            {"id":"chatcmpl-7f3c","model":"llama-3-8b"}
            """;

    @TempDir
    static Path temporary = Path.of("");

    private static Path log = Path.of("");
    private static String record = "";

    @BeforeAll
    static void theRecord() throws Exception {
        log = Files.writeString(temporary.resolve("server.strace"), LOG);
        record = temporary.resolve("record.json").toString();
        assertEquals(0, run("import", log.toString(), "--host", "gpu-1").exit());
    }

    private static Result run(String command, String... words) {
        return runOf(record, command, words);
    }

    private static Result runOf(String record, String command, String... words) {
        List<String> all = new ArrayList<>(List.of("runtime", command, "-r", record));
        all.addAll(List.of(words));
        return new CommandFixture(temporary).run(all.toArray(String[]::new));
    }

    private static Set<String> texts(JsonObject answer) throws MalformedJson {
        Set<String> texts = new TreeSet<>();
        for (Json node : answer.array("nodes")) {
            texts.add(((JsonObject) node).text("text"));
        }
        return texts;
    }

    private static JsonObject ask(String command, String... words) throws MalformedJson {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--format", "json"));
        Result result = run(command, all.toArray(String[]::new));
        assertEquals(0, result.exit(), result.err());
        return result.json();
    }

    @Test
    void aDestinationLeadsBackToTheScriptTheDataAndTheServer() throws Exception {
        JsonObject answer = ask("why", "203.0.113.50:443");
        assertTrue(
                texts(answer)
                        .containsAll(Set.of(
                                "203.0.113.50:443 (connection 0)",
                                "/srv/data/patients.csv",
                                "/tmp/.c/upd",
                                "process 11 /tmp/.c/upd [/tmp/.c/upd]",
                                "process 10 /usr/bin/python3 [python3 server.py]")),
                () -> answer.toString());
    }

    @Test
    void everyEdgeNamesFileOffsetAndBothDigestsOfItsRecords() throws Exception {
        byte[] bytes = Files.readAllBytes(log);
        JsonObject answer = ask("why", "203.0.113.50:443", "--raw");
        int seen = 0;
        for (Json edge : answer.array("edges")) {
            for (Json each : ((JsonObject) edge).array("records")) {
                JsonObject raw = (JsonObject) each;
                String line = new String(bytes, StandardCharsets.UTF_8)
                        .substring((int) raw.integer("offset"))
                        .lines()
                        .findFirst()
                        .orElseThrow();
                assertEquals(line, raw.text("text"));
                assertEquals(Digest.sha256(Bytes.utf8(line)).hex(), raw.text("recordSha256"));
                assertEquals(Digest.sha256(Bytes.copyOf(bytes)).hex(), raw.text("fileSha256"));
                assertEquals(log.toString(), raw.text("file"));
                seen++;
            }
        }
        assertTrue(seen >= 5);
    }

    @Test
    void theDataReachesTheDestination() throws Exception {
        assertTrue(texts(ask("impact", "/srv/data/patients.csv")).contains("203.0.113.50:443 (connection 0)"));
        JsonObject path = ask("path", "/srv/data/patients.csv", "203.0.113.50");
        List<String> actions = new ArrayList<>();
        for (Json edge : path.array("edges")) {
            actions.add(((JsonObject) edge).text("action"));
        }
        assertEquals(List.of("read", "connect"), actions);
    }

    @Test
    void noWayIsANoAndStillSaysWhatTheRecordCovers() {
        Result result = run("path", "203.0.113.50:443", "/srv/data/patients.csv");
        assertEquals(1, result.exit());
        assertTrue(result.out().contains("What is not in this record may have happened all the same"), result.out());
    }

    @Test
    void wordsThatFitNothingAreANoAndWordsThatMeanNothingAreRefused() {
        assertEquals(1, run("why", "/nowhere").exit());
        assertEquals(2, run("why", "nonsense").exit());
        assertEquals(2, run("why", "pid:seven").exit());
        assertEquals(
                2,
                run("timeline", "--from", "2026-02-01", "--until", "2026-01-01").exit());
    }

    @Test
    void theStateOfAMomentTellsWhatRanAndWhatWasOpen() throws Exception {
        JsonObject before = ask("state", "--at", "2023-11-14T22:13:23.5Z");
        assertEquals(2, before.array("processes").size());
        assertEquals(2, before.integer("open"));
        JsonObject after = ask("state", "--at", "2023-11-14T22:13:30Z");
        assertEquals(1, after.array("processes").size());
        assertEquals(0, after.integer("open"));
    }

    @Test
    void listsTellTouchedLoadedAndAddressed() throws Exception {
        assertEquals(5, ask("touched", "pid:11").integer("edgesInAll"));
        assertEquals(2, ask("loaded").integer("edgesInAll"));
        assertEquals(1, ask("loaded", "exe:/tmp/.c/upd").integer("edgesInAll"));
        assertEquals(1, ask("destinations").integer("edgesInAll"));
        assertEquals(1, ask("first-seen").integer("edgesInAll"));
        assertEquals(0, ask("first-seen", "--from", "2023-11-15").integer("edgesInAll"));
        assertEquals(3, ask("timeline", "--most", "3").array("edges").size());
    }

    @Test
    void aLogThatChangedIsRefusedAndNamed() throws Exception {
        Path other = Files.writeString(temporary.resolve("other.strace"), LOG);
        String list = temporary.resolve("other.json").toString();
        assertEquals(0, runOf(list, "import", other.toString()).exit());
        Files.writeString(other, LOG.replace("patients", "nothings"));
        Result result = runOf(list, "why", "203.0.113.50:443");
        assertEquals(2, result.exit());
        assertTrue(result.err().contains("other.strace: is not the log that was imported"), result.err());
    }

    @Test
    void theFolderOfARecordCanBeMoved() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("here"));
        Path moving = Files.writeString(folder.resolve("m.strace"), LOG);
        assertEquals(
                0,
                runOf(folder.resolve("m.json").toString(), "import", moving.toString())
                        .exit());
        Path moved = Files.move(folder, temporary.resolve("there"));
        assertEquals(
                0, runOf(moved.resolve("m.json").toString(), "destinations").exit());
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws Exception {
        Path other = Files.writeString(temporary.resolve("x.txt"), "hello\n");
        Result result = runOf(temporary.resolve("x.json").toString(), "import", other.toString());
        assertEquals(2, result.exit());
        assertTrue(result.err().contains("begins like none of"), result.err());
        Path list = Files.writeString(temporary.resolve("y.json"), "{}");
        assertEquals(2, runOf(list.toString(), "destinations").exit());
    }

    @Test
    void anExportIsANewFileOfProvJson() throws Exception {
        Path out = temporary.resolve("record.prov.json");
        assertEquals(0, run("export", "--out", out.toString()).exit());
        JsonObject document = Json.parseObject(Bytes.copyOf(Files.readAllBytes(out)));
        assertEquals(1, document.object("wasInvalidatedBy").members().size());
        assertEquals(2, run("export", "--out", out.toString()).exit());
    }

    @Test
    void aPictureShowsTheDataAndThePlaceAndTellsWhatTheRecordCannot() throws Exception {
        Path out = temporary.resolve("why.svg");
        JsonObject told = ask("picture", "203.0.113.50:443", "--out", out.toString());
        String svg = Files.readString(out);
        assertEquals(Digest.sha256(Bytes.utf8(svg)).hex(), told.text("sha256"));
        for (String word : List.of("/srv/data/patients.csv", "203.0.113.50:443", "server.strace", "UTC")) {
            assertTrue(svg.contains(word), word);
        }
        assertTrue(svg.contains("What is not in this record may have happened all the same"), svg);
        assertEquals(
                2, run("picture", "203.0.113.50:443", "--out", out.toString()).exit());
        Path forward = temporary.resolve("impact.svg");
        assertEquals(
                0,
                run("picture", "/srv/data/patients.csv", "--forward", "--out", forward.toString())
                        .exit());
        assertTrue(Files.readString(forward).contains("203.0.113.50:443"));
        assertEquals(
                1,
                run("picture", "/nowhere", "--out", temporary.resolve("n.svg").toString())
                        .exit());
    }

    @Test
    void anIncidentFileTellsADepartureFromAPolicyThatWasLearntBefore() throws Exception {
        Path before = Files.writeString(
                temporary.resolve("before.strace"), LOG.lines().findFirst().orElseThrow() + "\n");
        LogFile benign = new LogFile(before, "gpu-1", Optional.empty(), ZoneOffset.UTC, Optional.empty());
        Learned learned = Learned.from(RuntimeRecord.read(List.of(benign)).graph(), Window.ALWAYS, "chat");
        Path policy =
                Files.writeString(temporary.resolve("policy.yaml"), PolicyText.of(learned.policy(), learned.notes()));
        Path out = temporary.resolve("departure.pdf");
        JsonObject told = ask("incident", "--policy", policy.toString(), "--out", out.toString());
        assertEquals(Digest.sha256(Bytes.copyOf(Files.readAllBytes(out))).hex(), told.text("sha256"));
        assertTrue(told.text("at").compareTo("2023-11-14T22:13:21") >= 0, "the first second is as it was learnt");
        assertEquals(2, run("incident", "--out", out.toString()).exit());
    }

    @Test
    void aTableSaysTheSame() {
        Result result = run("why", "203.0.113.50:443");
        assertEquals(0, result.exit());
        assertTrue(result.out().contains("/srv/data/patients.csv"), result.out());
        assertTrue(result.out().contains("Coverage: 2023-11-14T22:13:20.000001Z"), result.out());
        assertEquals(0, run("state", "--at", "2023-11-14").exit());
    }

    @Test
    void aDecisionIsToldWithItsProcessWhatThatReadAndWhereItTalkedTo() throws Exception {
        Path decisions = Files.writeString(temporary.resolve("decisions.jsonl"), DECISIONS);
        Result one = run("decisions", "--log", decisions.toString(), "--id", "chatcmpl-7f3a");
        assertEquals(0, one.exit(), one.err());
        assertTrue(one.out().contains("made by process 11 /tmp/.c/upd"), one.out());
        assertTrue(
                one.out().contains("retrieved /srv/data/patients.csv: opened by it at 2023-11-14T22:13:22"), one.out());
        assertTrue(one.out().contains("203.0.113.50:443"), one.out());
        assertEquals(
                1,
                run("decisions", "--log", decisions.toString(), "--id", "nothing")
                        .exit());
    }

    @Test
    void aRetrievedDocumentThatDiffersIsToldAndNoTextOfAPromptIsPrinted() throws Exception {
        Path decisions = Files.writeString(temporary.resolve("decisions.jsonl"), DECISIONS);
        Path document = Files.writeString(temporary.resolve("patients.csv"), "changed since");
        for (String format : List.of("table", "json")) {
            Result all = run(
                    "decisions", "--log", decisions.toString(), "--context", document.toString(), "--format", format);
            assertEquals(0, all.exit(), all.err());
            assertTrue(all.out().contains(format.equals("json") ? "\"differs\"" : "ANOTHER"), all.out());
            assertTrue(all.out().contains("the record shows no process 99 at that time"), all.out());
            assertTrue(all.out().contains("it has no time"), all.out());
            assertTrue(!all.out().contains("Meier"), all.out());
        }
    }

    @Test
    void aRecordHeldAgainstWhatItTaughtHasNoDeviationAndTellsWhatStaysOpen() throws Exception {
        Path policy = temporary.resolve("learnt.yaml");
        assertEquals(
                0,
                run("learn", "--system", "server", "--out", policy.toString()).exit());
        Result again = run("learn", "--system", "server", "--out", policy.toString());
        assertTrue(again.exit() == 2 && again.err().contains("exists"), again.err());
        Result held = run("deviations", "--policy", policy.toString());
        assertTrue(
                held.exit() == 1
                        && held.out().contains("new-destination: none\n")
                        && held.out().contains("privilege-change: none, which proves nothing: whom "),
                held.out());
    }

    @Test
    void aDeviationIsShownWithItsRecordAndWhatLedToIt() throws Exception {
        Path policy = Files.writeString(temporary.resolve("strict.yaml"), """
                format: cairn-runtime-policy-1
                system: server
                processes: {programs: [/usr/bin/python3]}
                destinations: []
                """);
        Result held = run("deviations", "--policy", policy.toString(), "--chains");
        assertTrue(
                held.exit() == 1
                        && held.out().contains("/tmp/.c/upd reached 203.0.113.50:443")
                        && held.out().contains(">> 2023-11-14T22:13:23.000001Z")
                        && held.out().contains("/srv/data/patients.csv read process 11")
                        && held.out().contains("read-outside-scope: none, which proves nothing: the policy does not"),
                held.out());
    }

    @Test
    void whatIsNoPolicyIsRefusedWithItsLine() throws Exception {
        Path policy = Files.writeString(
                temporary.resolve("misspelt.yaml"),
                "format: cairn-runtime-policy-1\nsystem: server\nprocesses: {all: true}\ndestinatons: []\n");
        Result held = run("deviations", "--policy", policy.toString());
        assertTrue(held.exit() == 2 && held.err().contains("line 4: destinatons is not known"), held.err());
    }
}
