package org.cairn.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.cairn.benchmarks.Comparison.Better;
import org.cairn.benchmarks.ledger.EntriesOnDisk;
import org.cairn.benchmarks.ledger.Measure;
import org.cairn.benchmarks.workspace.MakeWorkspace;

/// A workspace of a given size: made once, measured in fresh processes with the options of the `cairn` command, ours
/// and the baseline in turns.
/// @param runs how often each is measured; an odd number gives a true median
record LedgerFigures(Path root, Path scratch, Path workspace, long entries, int runs) {
    /// The budget for a whole posture at a past date.
    private static final double POSTURE_BUDGET_MS = 500;

    List<Comparison> compare() throws Exception {
        make();
        child("open-once", "posture");
        List<Comparison> rows = new ArrayList<>();
        rows.add(row(
                "verify",
                "verify",
                "bare-checks",
                "bare SHA-256 and Ed25519 check (BouncyCastle) of each entry",
                "both on all processors; ours is `cairn verify DIR`: also reads, judges who may sign, checks tiles,"
                        + " checkpoints and payloads"));
        rows.add(row(
                "open",
                "open",
                "read-files",
                "reading its files once",
                "ours with key derivation, every entry hashed and held against the signed checkpoint, index loaded"));
        rows.add(row(
                "rebuild the index", "rebuild", "read-and-hash", "reading and hashing the entries", "one thread each"));
        rows.add(tail());
        rows.add(posture());
        return rows;
    }

    private void make() throws Exception {
        if (!Files.isDirectory(workspace)) {
            MakeWorkspace.main(new String[] {root.toString(), workspace.toString(), Long.toString(entries)});
        }
        long found = new EntriesOnDisk(workspace.resolve("ledger")).size();
        if (found < entries) {
            throw new IOException(workspace + " has " + found + " entries; remove it and it is made anew");
        }
    }

    private Comparison row(String what, String ours, String baseline, String baselineName, String remark)
            throws Exception {
        List<Map<String, Double>> our = new ArrayList<>();
        List<Map<String, Double>> their = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            our.add(child(what, ours));
            their.add(child(what, baseline));
        }
        return new Comparison(
                named(what),
                "s",
                median(our, "seconds"),
                baselineName,
                median(their, "seconds"),
                Better.LESS,
                String.format(
                        Locale.ROOT,
                        "%s; processor time %.1f s, baseline %.1f s; peak memory %s, baseline %s",
                        remark,
                        median(our, "cpu"),
                        median(their, "cpu"),
                        mebibytes(our),
                        mebibytes(their)));
    }

    private Comparison tail() throws Exception {
        List<Map<String, Double>> our = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            our.add(child("tail", "tail"));
        }
        return new Comparison(
                named("take 10,000 entries into the index"),
                "s",
                median(our, "seconds"),
                "reading and hashing them, in the same process",
                median(our, "baseline"),
                Better.LESS,
                "peak memory " + mebibytes(our) + ", building the whole index before included");
    }

    private Comparison posture() throws Exception {
        List<Map<String, Double>> our = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            our.add(child("posture", "posture"));
        }
        return new Comparison(
                named("whole posture at a past date, p95"),
                "ms",
                median(our, "p95"),
                "the budget",
                POSTURE_BUDGET_MS,
                Better.LESS,
                String.format(
                        Locale.ROOT,
                        "200 random pairs of times; p50 %.0f ms, the first of the process %.0f ms; peak memory %s",
                        median(our, "p50"),
                        median(our, "first"),
                        mebibytes(our)));
    }

    private String named(String what) {
        return String.format(Locale.ROOT, "%s, %,d entries", what, entries);
    }

    private Map<String, Double> child(String what, String measurement) throws Exception {
        Path folder = Files.createTempDirectory(scratch, "measure");
        try {
            String printed = new WholeProcess(root, Map.of())
                    .run(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-Xms48m",
                            "-Xmx1g",
                            "-XX:MetaspaceSize=64m",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Measure.class.getName(),
                            measurement,
                            workspace.toString(),
                            folder.toString());
            return figures(what, printed);
        } finally {
            delete(folder);
        }
    }

    private static Map<String, Double> figures(String what, String printed) throws IOException {
        Map<String, Double> figures = new HashMap<>();
        printed.lines()
                .map(line -> line.split(" "))
                .filter(words -> words.length == 2 && words[1].matches("[0-9]+\\.[0-9]+"))
                .forEach(words -> figures.put(words[0], Double.valueOf(words[1])));
        if (!figures.containsKey("peak")) {
            throw new IOException("measuring \"" + what + "\" printed no figures: " + printed);
        }
        return figures;
    }

    private static double median(List<Map<String, Double>> runs, String figure) {
        List<Double> sorted = runs.stream()
                .map(run -> run.getOrDefault(figure, Double.NaN))
                .sorted()
                .toList();
        return sorted.get(sorted.size() / 2);
    }

    private static String mebibytes(List<Map<String, Double>> runs) {
        return String.format(Locale.ROOT, "%.0f MiB", median(runs, "peak"));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
