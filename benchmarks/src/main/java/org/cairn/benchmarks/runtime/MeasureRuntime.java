package org.cairn.benchmarks.runtime;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.cairn.causality.graph.ProvenanceGraph;
import org.cairn.causality.query.Backward;
import org.cairn.causality.query.Limits;
import org.cairn.causality.record.LogFile;
import org.cairn.causality.record.RuntimeRecord;

/// One log read and questioned in this process alone: `MeasureRuntime FILE QUESTIONS` prints one figure a line, name
/// and number. The start of the JVM is not counted.
public final class MeasureRuntime {
    private static final double NANOS = 1e9;

    private MeasureRuntime() {}

    /// @param arguments the log, and how many questions are asked backward from edges chosen by chance
    public static void main(String[] arguments) throws Exception {
        LogFile log =
                new LogFile(Path.of(arguments[0]), "benchmark", Optional.empty(), ZoneOffset.UTC, Optional.empty());
        long before = usedBytes();
        long processor = processorNanos();
        long start = System.nanoTime();
        RuntimeRecord record = RuntimeRecord.read(List.of(log));
        print("seconds", (System.nanoTime() - start) / NANOS);
        print("processor", (processorNanos() - processor) / NANOS);
        long events = record.logs().getFirst().events();
        print("thread", ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / NANOS);
        print("events", (double) events);
        print("nodes", record.graph().nodes().size());
        print("edges", record.graph().edges().size());
        print("bytes", (usedBytes() - before) / (double) events);
        print(
                "edgeBytes",
                record.graph().edgeBytes() / (double) record.graph().edges().size());
        print(
                "nodeBytes",
                record.graph().nodeBytes() / (double) record.graph().nodes().size());
        questions(record.graph(), Integer.parseInt(arguments[1]));
        print("peak", peakMebibytes());
    }

    private static void questions(ProvenanceGraph graph, int count) {
        Random random = new Random(7);
        List<Long> nanos = new ArrayList<>();
        long found = 0;
        for (int i = 0; i < count; i++) {
            int place = random.nextInt(graph.edges().size());
            long start = System.nanoTime();
            found += Backward.from(graph, graph.edge(place), Limits.USUAL)
                    .edges()
                    .size();
            nanos.add(System.nanoTime() - start);
        }
        if (found < count) {
            throw new IllegalStateException("an answer without the edge that was asked about");
        }
        Collections.sort(nanos);
        print("p50", nanos.get(count / 2) / 1e6);
        print("p95", nanos.get(count * 95 / 100) / 1e6);
        print("most", nanos.getLast() / 1e6);
    }

    /// What is reachable once everything else is collected: the graph and what told of its log.
    private static long usedBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    private static void print(String name, double figure) {
        System.out.println(String.format(Locale.ROOT, "%s %.4f", name, figure));
    }

    /// `VmHWM` of proc(5): the most memory this process ever held.
    private static double peakMebibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .findFirst()
                        .orElseThrow(() -> new IOException("/proc/self/status has no VmHWM"))
                / 1024.0;
    }
}
