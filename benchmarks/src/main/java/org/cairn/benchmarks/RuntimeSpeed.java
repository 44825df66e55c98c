package org.cairn.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cairn.benchmarks.runtime.MeasureRuntime;
import org.cairn.benchmarks.runtime.SimulatedAuditLog;

/// From a raw log of auditd to a graph that answers, on one processor and within 1 GiB of heap, beside the tools that
/// come with auditd on the same file and the same processor. Those build no graph: `ausearch -i` prints every event in
/// words, `aureport -x` counts programs.
record RuntimeSpeed(Path root, Path folder, long events, int runs) {
    private static final int QUESTIONS = 1_000;
    private static final double LONGEST_QUESTION_MILLIS = 200;
    private static final double MOST_BYTES = 40;

    List<Comparison> compare() throws Exception {
        Path log = folder.resolve("audit.log");
        Under.way("a raw log of " + events + " events", () -> {
            SimulatedAuditLog.write(log, events, 1);
            return events;
        });
        try {
            return rows(log);
        } finally {
            Files.delete(log);
        }
    }

    private List<Comparison> rows(Path log) throws Exception {
        List<Map<String, Double>> ours = new ArrayList<>();
        List<Double> printed = new ArrayList<>();
        List<Double> counted = new ArrayList<>();
        for (int run = 1; run <= runs; run++) {
            String of = ", run " + run + " of " + runs;
            ours.add(Under.way("raw log to graph" + of, () -> measured(log)));
            printed.add(Under.way("ausearch -i" + of, () -> seconds("ausearch -i -if " + log + " > /dev/null")));
            counted.add(Under.way("aureport -x" + of, () -> seconds("aureport -x -if " + log + " > /dev/null")));
        }
        double read = events / median(ours, "processor");
        String size = String.format(
                Locale.ROOT,
                "%,d events, %,d MB; processor time, one processor; most memory ever held %.0f MiB",
                events,
                Files.size(log) / 1_000_000,
                median(ours, "peak"));
        return List.of(
                row("raw log to graph", "events/s", read, "`ausearch -i`", events / median(printed), size),
                row("raw log to graph", "events/s", read, "`aureport -x`", events / median(counted), size),
                new Comparison(
                        "bytes an event in memory",
                        "bytes",
                        median(ours, "bytes"),
                        "the goal",
                        MOST_BYTES,
                        Comparison.Better.LESS,
                        String.format(
                                Locale.ROOT,
                                "%,.0f edges of %.1f bytes, %,.0f nodes of %.1f",
                                median(ours, "edges"),
                                median(ours, "edgeBytes"),
                                median(ours, "nodes"),
                                median(ours, "nodeBytes"))),
                new Comparison(
                        "what led to an edge, p95",
                        "ms",
                        median(ours, "p95"),
                        "the goal",
                        LONGEST_QUESTION_MILLIS,
                        Comparison.Better.LESS,
                        String.format(
                                Locale.ROOT,
                                "%,d edges chosen by chance; p50 %.1f ms, longest %.0f ms",
                                QUESTIONS,
                                median(ours, "p50"),
                                median(ours, "most"))));
    }

    private static Comparison row(
            String name, String unit, double ours, String baseline, double theirs, String remark) {
        return new Comparison(name, unit, ours, baseline, theirs, Comparison.Better.MORE, remark);
    }

    /// Processor time of a command, user and system, as bash's `times` tells it of its children.
    private double seconds(String command) throws Exception {
        String times = new WholeProcess(root, Map.of())
                .run("taskset", "-c", "0", "bash", "-c", "TIMEFORMAT='%U %S'; time " + command);
        String[] words = times.strip().lines().toList().getLast().split(" ", -1);
        return Double.parseDouble(words[0]) + Double.parseDouble(words[1]);
    }

    private Map<String, Double> measured(Path log) throws Exception {
        String printed = new WholeProcess(root, Map.of())
                .run(
                        "taskset",
                        "-c",
                        "0",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx1g",
                        "-XX:MarkSweepDeadRatio=0", // no dead space kept, so that what is used is what is reachable
                        "-cp",
                        System.getProperty("java.class.path"),
                        MeasureRuntime.class.getName(),
                        log.toString(),
                        Integer.toString(QUESTIONS));
        Map<String, Double> figures = new HashMap<>();
        printed.lines()
                .map(line -> line.split(" ", -1))
                .filter(words -> words.length == 2 && words[1].matches("[0-9]+\\.[0-9]+"))
                .forEach(words -> figures.put(words[0], Double.valueOf(words[1])));
        if (!figures.containsKey("peak")) {
            throw new IOException("measuring " + log + " printed no figures: " + printed);
        }
        return figures;
    }

    private static double median(List<Map<String, Double>> runs, String figure) {
        return median(
                runs.stream().map(run -> run.getOrDefault(figure, Double.NaN)).toList());
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }
}
