package org.cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cairn.app.Main;
import org.cairn.causality.record.LogFile;
import org.cairn.causality.record.RuntimeRecord;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A recording that is told to end, as Ctrl+C at a terminal and `systemctl stop` do.
class RuntimeRecordEndTest {
    private static final int INTERRUPT = 2;
    private static final int TERMINATE = 15;
    private static final int ENDED_BY_SIGNAL = 128;

    @TempDir
    Path temporary;

    @Test
    void toldToEndItClosesItsFileInGoodOrderAndTheFileReadsWithoutAGap() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")), "no /proc on this machine");
        for (int signal : signalsThatReach()) {
            Path file = temporary.resolve("samples-" + signal + ".jsonl");
            Process recording = record(file);
            try {
                awaitLooks(file, recording);
                assertEquals(
                        0,
                        new ProcessBuilder("kill", "-" + signal, Long.toString(recording.pid()))
                                .start()
                                .waitFor());
                assertTrue(recording.waitFor(60, TimeUnit.SECONDS), "it goes on");
                assertEquals(ENDED_BY_SIGNAL + signal, recording.exitValue());
            } finally {
                recording.destroyForcibly().waitFor();
            }
            List<String> lines = Files.readAllLines(file);
            assertTrue(
                    lines.getLast().contains("\"stopped\":{") && lines.getLast().contains("\"why\":\"asked\""),
                    lines.getLast());
            RuntimeRecord read = RuntimeRecord.read(
                    List.of(new LogFile(file, "gpu-1", Optional.empty(), ZoneOffset.UTC, Optional.empty())));
            assertEquals(lines.size(), read.logs().getFirst().lines());
            assertEquals(0, read.logs().getFirst().rejectedRecords());
        }
    }

    /// What a shell starts in the background ignores Ctrl+C (POSIX, sh, asynchronous lists), and so does all that it
    /// starts: then the recorder is told by the other signal alone.
    private static List<Integer> signalsThatReach() throws IOException {
        long ignored = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                .findFirst()
                .orElse(0);
        return (ignored >> (INTERRUPT - 1) & 1) == 0 ? List.of(INTERRUPT, TERMINATE) : List.of(TERMINATE);
    }

    private Process record(Path file) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                Main.class.getName()));
        command.addAll(List.of("runtime", "record", "--every", "50ms", "--out", file.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("said").toFile())
                .start();
    }

    private void awaitLooks(Path file, Process recording) throws IOException, InterruptedException {
        while (!Files.exists(file) || Files.readAllLines(file).size() < 2) {
            assertTrue(
                    !recording.waitFor(20, TimeUnit.MILLISECONDS),
                    "it ended: " + Files.readString(temporary.resolve("said")));
        }
    }
}
