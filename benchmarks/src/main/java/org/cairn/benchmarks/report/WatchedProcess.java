package org.cairn.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Another program from its start to its end, with all that it starts: wall time, processor time and memory, read from
/// `/proc` (proc(5)) again and again.
final class WatchedProcess {
    private static final Duration BETWEEN = Duration.ofMillis(50);
    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final double TICKS_PER_SECOND = 100;
    private static final double KIBIBYTES_PER_MEBIBYTE = 1024;
    /// Of the fields behind the name in `/proc/<pid>/stat`: time in user mode, then in the kernel.
    private static final int USER_TICKS = 11;

    /// @param processorSeconds of all its processes, as far as they lived when they were looked at
    /// @param mebibytes        most resident memory of all its processes at one time
    record Cost(double seconds, double processorSeconds, double mebibytes) {}

    private final Map<Long, Double> processor = new HashMap<>();
    private double most;

    private WatchedProcess() {}

    static Cost run(Path folder, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("cairn-benchmark", ".out");
        try {
            return new WatchedProcess().watch(folder, output, List.of(command));
        } finally {
            Files.delete(output);
        }
    }

    private Cost watch(Path folder, Path output, List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(new ArrayList<>(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        while (process.isAlive()) {
            look(process.toHandle());
            if (System.nanoTime() - start > LIMIT.toNanos()) {
                process.destroyForcibly();
                throw new IOException(command.getFirst() + " did not end in time");
            }
            Thread.sleep(BETWEEN);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IOException(
                    String.join(" ", command) + " ended with " + process.exitValue() + ": " + Files.readString(output));
        }
        return new Cost(
                seconds, processor.values().stream().mapToDouble(each -> each).sum(), most / KIBIBYTES_PER_MEBIBYTE);
    }

    private void look(ProcessHandle root) {
        double now = 0;
        for (ProcessHandle each :
                Stream.concat(Stream.of(root), root.descendants()).toList()) {
            Path folder = Path.of("/proc", Long.toString(each.pid()));
            try {
                String stat = Files.readString(folder.resolve("stat"));
                String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
                double ticks = Double.parseDouble(fields[USER_TICKS]) + Double.parseDouble(fields[USER_TICKS + 1]);
                processor.put(each.pid(), ticks / TICKS_PER_SECOND);
                now += resident(folder);
            } catch (IOException | UncheckedIOException _) {
                // it ended while it was looked at; what was seen before stays
            }
        }
        most = Math.max(most, now);
    }

    private static double resident(Path folder) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
                    .sum();
        }
    }
}
