package org.cairn.causality.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cairn.causality.Recording;
import org.cairn.causality.ingest.IngestException;
import org.cairn.causality.query.Window;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each kind of deviation, and what looks like one and is none.
class DeviationsTest {
    private static final String POLICY = """
            format: cairn-runtime-policy-1
            system: bot
            processes: {users: [1000]}
            programs: [/usr/bin/python3.11, /usr/bin/cat, /srv/app/, /opt/build/tool]
            children: {/usr/bin/python3.11: [/usr/bin/cat]}
            data:
              read: [/srv/data/, /usr/]
              write: [/srv/out/]
            destinations: [{address: 10.0.0.0/8, ports: [443]}]
            models: {files: [/srv/models/], readers: [{program: /usr/bin/python3.11, user: 1000}]}
            artefacts: {places: [/usr/, /srv/models/a.gguf]}
            users: {actAs: [1000], changes: []}
            volume: {period: PT1M, files: 2}
            writable: [/tmp/, /opt/build/]
            """;

    /// Events of one process each, in the words of audit records.
    static final class Log {
        private final StringBuilder text = new StringBuilder();
        private int serial;

        Log call(int number, String result, String arguments, String exe, int uid, String... paths) {
            serial++;
            record(
                    "SYSCALL",
                    "arch=c000003e syscall=" + number + " " + result + " " + arguments + " items=" + paths.length
                            + " ppid=1 pid=7 uid=" + uid + " euid=" + uid + " auid=2 exe=" + exe);
            if (paths.length > 0) {
                record("CWD", "cwd=\"/\"");
            }
            for (int i = 0; i < paths.length; i++) {
                record(
                        "PATH",
                        "item=" + i + " name=\"" + paths[i] + "\" inode="
                                + (1 + Math.floorMod(paths[i].hashCode(), 1_000_000)) + " dev=fe:00 nametype=NORMAL");
            }
            return this;
        }

        Log record(String type, String fields) {
            text.append("type=%s msg=audit(1700000000.%03d:%d): %s\n".formatted(type, serial, serial, fields));
            return this;
        }
    }

    private static final String OK = "success=yes exit=3";
    private static final String DENIED = "success=no exit=-13";
    private static final String PYTHON = "\"/usr/bin/python3.11\"";

    private static Log log() {
        return new Log();
    }

    private static Log read(String path) {
        return log().call(257, OK, "a0=ffffff9c a1=0 a2=0", PYTHON, 1000, path);
    }

    private static Log written(String path, int uid) {
        return log().call(257, OK, "a0=ffffff9c a1=0 a2=241", PYTHON, uid, path);
    }

    private static Log connect(String address) {
        return log().call(42, "success=yes exit=0", "a0=3", PYTHON, 1000).record("SOCKADDR", "saddr=" + address);
    }

    private static Log run(String path, String exe, String... arguments) {
        Log log = log().call(59, "success=yes exit=0", "a0=0", exe, 1000, path);
        StringBuilder words = new StringBuilder("argc=" + arguments.length);
        for (int i = 0; i < arguments.length; i++) {
            words.append(" a").append(i).append("=\"").append(arguments[i]).append('"');
        }
        return log.record("EXECVE", words.toString());
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of(read("/srv/data/a.csv"), List.of()),
                Arguments.of(read("/srv/data/../private/a.csv"), List.of("READ_OUTSIDE_SCOPE")),
                Arguments.of(read("/srv/data/.hidden/a.csv"), List.of("READ_OUTSIDE_SCOPE")),
                Arguments.of(
                        log().call(257, DENIED, "a0=ffffff9c a1=0 a2=0", PYTHON, 1000, "/etc/shadow"),
                        List.of("READ_OUTSIDE_SCOPE failed")),
                Arguments.of(written("/srv/out/a.log", 1000), List.of()),
                Arguments.of(written("/srv/data/a.csv", 1000), List.of("WRITE_OUTSIDE_SCOPE")),
                Arguments.of(written("/srv/models/a.gguf", 1000), List.of("MODEL_WRITTEN")),
                Arguments.of(written("/srv/models/a.gguf", 0), List.of("MODEL_WRITTEN")),
                Arguments.of(written("/etc/passwd", 0), List.of()),
                Arguments.of(read("/srv/models/a.gguf"), List.of()),
                Arguments.of(read("/srv/models/b.gguf"), List.of("UNSIGNED_ARTEFACT")),
                Arguments.of(read("/srv/data/plugin.so"), List.of("UNSIGNED_ARTEFACT")),
                Arguments.of(
                        log().call(257, OK, "a0=ffffff9c a1=0 a2=0", PYTHON, 2000, "/srv/models/a.gguf"),
                        List.of("MODEL_OPENED_BY_STRANGER")),
                Arguments.of(connect("020001BB0A0000010000000000000000"), List.of()), // 10.0.0.1:443
                Arguments.of(connect("020001BC0A0000010000000000000000"), List.of("NEW_DESTINATION")), // port 444
                Arguments.of(connect("020001BBCB0071320000000000000000"), List.of("NEW_DESTINATION")),
                Arguments.of(connect("020001BB7F0000010000000000000000"), List.of()), // the loopback
                Arguments.of(
                        connect("0A0001BB0000000000000000000000000000FFFF0A00000100000000"),
                        List.of()), // mapped 10.0.0.1
                Arguments.of(run("/usr/bin/cat", "\"/usr/bin/cat\"", "cat"), List.of()),
                Arguments.of(run("/srv/app/tool", "\"/srv/app/tool\"", "tool"), List.of()),
                Arguments.of(run("/usr/bin/nc", "\"/usr/bin/nc\"", "nc"), List.of("UNEXPECTED_CHILD")),
                Arguments.of(run("/tmp/x", "\"/tmp/x\"", "x"), List.of("EXECUTION_FROM_WRITABLE_PLACE")),
                Arguments.of(run("/tmp/.h/x", "\"/tmp/.h/x\"", "x"), List.of("EXECUTION_FROM_WRITABLE_PLACE")),
                Arguments.of(run("/srv/out/x", "\"/srv/out/x\"", "x"), List.of("EXECUTION_FROM_WRITABLE_PLACE")),
                Arguments.of(run("/opt/build/tool", "\"/opt/build/tool\"", "tool"), List.of()), // named
                Arguments.of(
                        run("/usr/bin/python3.11", PYTHON, "python3", "/tmp/s.py"),
                        List.of("EXECUTION_FROM_WRITABLE_PLACE")),
                Arguments.of(run("/usr/bin/python3.11", PYTHON, "python3", "-c", "/tmp/s.py"), List.of()),
                Arguments.of(run("/usr/bin/python3.11", PYTHON, "python3", "/srv/app/a.py", "/tmp/in"), List.of()),
                Arguments.of(
                        run("/usr/bin/cat", "2F6D656D66643A757064202864656C6574656429", "cat"),
                        List.of("EXECUTION_FROM_WRITABLE_PLACE")),
                Arguments.of(
                        run("/srv/app/x", "2F7372762F6170702F78202864656C6574656429", "x"),
                        List.of("EXECUTION_FROM_WRITABLE_PLACE")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void finds(Log log, List<String> kinds) throws Exception {
        assertEquals(kinds, kinds(log, Map.of()), log.text::toString);
    }

    private static List<String> kinds(Log log, Map<String, Digest> digests) throws IngestException, MalformedPolicy {
        Recording recording = Recording.of(log.text.toString());
        return Scrutiny.of(recording.graph(), PolicyReader.read(POLICY), Window.ALWAYS, digests).deviations().stream()
                .map(deviation -> deviation.kind() + (deviation.what().contains("failed to") ? " failed" : ""))
                .distinct()
                .toList();
    }

    @Test
    void aFileThatWasWrittenAndThenRunIsFoundWhereverItLies() throws Exception {
        Log log = written("/srv/app/tool", 2000)
                .call(59, "success=yes exit=0", "a0=0", "\"/srv/app/tool\"", 1000, "/srv/app/tool");
        assertEquals(List.of("EXECUTION_FROM_WRITABLE_PLACE"), kinds(log, Map.of()));
    }

    @Test
    void aChangeOfUserIsFound() throws Exception {
        Log log = read("/srv/data/a.csv").call(257, OK, "a0=ffffff9c a1=0 a2=0", PYTHON, 0, "/srv/data/a.csv");
        assertEquals(List.of("PRIVILEGE_CHANGE"), kinds(log, Map.of()));
    }

    @Test
    void aChildThatBecomesAnotherUserStillBelongsToTheSystem() throws Exception {
        Log log = read("/srv/data/a.csv").call(257, OK, "a0=ffffff9c a1=0 a2=0", PYTHON, 0, "/etc/shadow");
        assertEquals(List.of("PRIVILEGE_CHANGE", "READ_OUTSIDE_SCOPE"), kinds(log, Map.of()));
    }

    @Test
    void moreFilesThanUsualAreFoundAtTheOneThatIsTooMany() throws Exception {
        Log log = read("/srv/data/1").call(257, OK, "a0=ffffff9c a1=0 a2=0", PYTHON, 1000, "/srv/data/2");
        assertEquals(List.of(), kinds(log, Map.of()));
        assertEquals(
                List.of("UNUSUAL_VOLUME"),
                kinds(log.call(257, OK, "a0=ffffff9c a1=0 a2=0", PYTHON, 1000, "/srv/data/3"), Map.of()));
    }

    @Test
    void aDigestThatIsNotTheListedOneIsFoundAndOneThatNobodyGaveIsUndecided() throws Exception {
        Digest good = Digest.sha256(Bytes.copyOf(new byte[] {1}));
        Digest bad = Digest.sha256(Bytes.copyOf(new byte[] {2}));
        RuntimePolicy policy = PolicyReader.read(POLICY.replace(
                "artefacts: {places: [/usr/, /srv/models/a.gguf]}",
                "artefacts: {places: [/usr/], sha256: {/srv/models/a.gguf: " + good.hex() + "}}"));
        Recording recording = Recording.of(read("/srv/models/a.gguf").text.toString());
        assertEquals(
                List.of("0 0", "1 0", "0 1"),
                Stream.of(
                                Map.of("/srv/models/a.gguf", good),
                                Map.of("/srv/models/a.gguf", bad),
                                Map.<String, Digest>of())
                        .map(digests -> Scrutiny.of(recording.graph(), policy, Window.ALWAYS, digests))
                        .map(scrutiny -> scrutiny.deviations().size() + " "
                                + scrutiny.undecided().size())
                        .toList());
    }

    @Test
    void aNameWhoseFolderIsNotRecordedIsUndecidedAndNoPass() throws Exception {
        Log log = log().call(257, OK, "a0=5 a1=0 a2=0", PYTHON, 1000, "a.csv");
        Scrutiny scrutiny = Scrutiny.of(
                Recording.of(log.text.toString()).graph(), PolicyReader.read(POLICY), Window.ALWAYS, Map.of());
        assertEquals(List.of(), scrutiny.deviations());
        assertEquals(
                List.of(
                        DeviationKind.MODEL_OPENED_BY_STRANGER,
                        DeviationKind.UNSIGNED_ARTEFACT,
                        DeviationKind.READ_OUTSIDE_SCOPE),
                scrutiny.undecided().stream().map(Undecided::kind).toList());
    }

    @Test
    void whatThePolicyDoesNotSpeakOfIsNotObjectedTo() throws Exception {
        RuntimePolicy silent =
                PolicyReader.read("format: cairn-runtime-policy-1\nsystem: bot\nprocesses: {all: true}\n");
        assertEquals(
                List.of(),
                Deviations.of(Recording.of(read("/etc/shadow").text.toString()).graph(), silent, Window.ALWAYS));
    }
}
