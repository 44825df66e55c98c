package org.cairn.collectors.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.recorder.ProcRecorder.Settings;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;
import org.cairn.proof.MalformedJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Looks at real processes: this one, and a child of it.
@EnabledOnOs(OS.LINUX)
class ProcRecorderTest {
    private static final long SELF = ProcessHandle.current().pid();
    private static final Settings OURS = new Settings(Duration.ofMillis(500), Optional.empty(), Set.of(SELF));

    @TempDir
    Path temporary = Path.of("");

    /// What happens between the looks; the recording ends after the last of it.
    private interface Step {
        void happens() throws Exception;
    }

    private static List<JsonObject> recorded(Step... between) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Step> left = new ArrayList<>(List.of(between));
        ProcRecorder.record(HostReader.ofThisMachine(), InstantSource.system(), OURS, out, _ -> {
            if (left.isEmpty()) {
                return true;
            }
            try {
                left.removeFirst().happens();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return false;
        });
        return lines(out.toString(StandardCharsets.UTF_8));
    }

    private static List<JsonObject> lines(String text) throws MalformedJson {
        List<JsonObject> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            lines.add(Json.parseObject(Bytes.utf8(line)));
        }
        return lines;
    }

    private static List<JsonObject> of(List<JsonObject> lines, String kind) {
        return lines.stream()
                .flatMap(line -> line.member(kind).stream())
                .map(JsonObject.class::cast)
                .toList();
    }

    private static boolean has(JsonObject object, String name, String value) {
        return object.member(name)
                .filter(is -> is.equals(Json.text(value)) || is.toString().contains("=" + value + "]"))
                .isPresent();
    }

    @Test
    void aChildIsSeenToStartAndToEnd() throws Exception {
        List<Process> children = new ArrayList<>();
        List<JsonObject> lines = recorded(
                () -> children.add(new ProcessBuilder("sleep", "60").start()),
                () -> children.getFirst().destroyForcibly().waitFor());
        long child = children.getFirst().pid();
        List<JsonObject> started = of(lines, "process").stream()
                .filter(process -> has(process, "pid", Long.toString(child)))
                .toList();
        assertEquals(1, started.size());
        assertEquals(SELF, started.getFirst().integer("parent"));
        assertEquals("sleep 60", started.getFirst().text("words"));
        assertTrue(started.getFirst().text("program").startsWith("/"), started::toString);
        List<Long> ended = new ArrayList<>();
        for (JsonObject end : of(lines, "ended")) {
            ended.add(end.integer("pid"));
        }
        assertTrue(ended.contains(child), ended::toString);
    }

    @Test
    void aFileHeldOpenIsSeenWithItsInodeAndThatItIsWritten() throws Exception {
        Path file = temporary.resolve("held open");
        List<OutputStream> held = new ArrayList<>();
        List<JsonObject> lines = recorded(
                () -> held.add(Files.newOutputStream(file)),
                () -> held.getFirst().close());
        JsonObject seen = of(lines, "file").stream()
                .filter(one -> has(one, "path", file.toString()))
                .findFirst()
                .orElseThrow();
        assertEquals("write", seen.text("access"));
        assertEquals(Files.getAttribute(file, "unix:ino"), seen.integer("inode"));
        assertTrue(
                of(lines, "closed").stream()
                        .anyMatch(one -> one.member("descriptor").equals(seen.member("descriptor"))),
                "and closed again");
    }

    @Test
    void aLoopbackConnectionIsSeenFromBothSides() throws Exception {
        List<JsonObject> lines;
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket accepted = server.accept()) {
            port = server.getLocalPort();
            assertEquals(client.getLocalPort(), accepted.getPort());
            lines = recorded();
        }
        List<String> roles = new ArrayList<>();
        for (JsonObject socket : of(lines, "socket")) {
            boolean local = socket.integer("port") == port;
            if (local || has(socket, "peerPort", Integer.toString(port))) {
                roles.add(socket.text("role"));
            }
        }
        assertEquals(List.of("listening", "connected", "accepted"), roles);
    }

    @Test
    void everyLookCountsWhatWasRefusedAndTheEndSaysWhyItEnded() throws Exception {
        List<JsonObject> lines = recorded(() -> {});
        assertEquals("cairn-proc-samples", lines.getFirst().text("format"));
        assertEquals(1, lines.getFirst().integer("version"));
        assertEquals(2, of(lines, "sample").size());
        for (JsonObject sample : of(lines, "sample")) {
            assertTrue(sample.integer("deniedFiles") >= 0 && sample.integer("processes") >= 1, sample::toString);
        }
        assertEquals("asked", of(lines, "stopped").getFirst().text("why"));
    }

    @Test
    void theDurationEndsIt() throws Exception {
        List<Instant> ticks = new ArrayList<>(List.of(Instant.now()));
        InstantSource clock = ticks::getLast;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Settings settings = new Settings(Duration.ofSeconds(1), Optional.of(Duration.ofSeconds(2)), Set.of(SELF));
        ProcRecorder.record(HostReader.ofThisMachine(), clock, settings, out, time -> {
            ticks.add(ticks.getLast().plus(time));
            return false;
        });
        List<JsonObject> lines = lines(out.toString(StandardCharsets.UTF_8));
        assertEquals(2, of(lines, "sample").size());
        assertEquals("duration", of(lines, "stopped").getFirst().text("why"));
    }

    /// As a full disk does: some bytes of a line, and no more.
    @Test
    void aFullDiskLeavesWholeLinesAndIsTold() throws Exception {
        ByteArrayOutputStream disk = new ByteArrayOutputStream();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                if (disk.size() == 9_000) {
                    throw new IOException("No space left on device");
                }
                disk.write(b);
            }
        };
        RecorderException told = assertThrows(
                RecorderException.class,
                () -> ProcRecorder.record(HostReader.ofThisMachine(), InstantSource.system(), OURS, full, _ -> false));
        assertTrue(String.valueOf(told.getMessage()).contains("No space left on device"), told::toString);
        String text = disk.toString(StandardCharsets.UTF_8);
        assertTrue(lines(text.substring(0, text.lastIndexOf('\n') + 1)).size() >= 2, text);
    }
}
