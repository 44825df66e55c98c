package org.cairn.benchmarks.lists;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.cairn.benchmarks.lists.Watch.Answered;

/// What was measured of one workspace, by page and action, and how the measuring process hands it on: a line each.
final class Figures {
    private static final String LINE = "ANSWERED";
    private static final String FACT = "FACT";

    private final Map<Row, List<Answered>> rows = new LinkedHashMap<>();
    private final Map<String, String> facts = new LinkedHashMap<>();

    /// @param action what a person does there
    record Row(String page, String action) {}

    static void print(Row row, Answered answered) {
        System.out.println(String.format(
                Locale.ROOT,
                "%s\t%s\t%s\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\t%b",
                LINE,
                row.page(),
                row.action(),
                answered.first(),
                answered.all(),
                answered.progress(),
                answered.stall(),
                answered.busy(),
                answered.ended()));
    }

    static void print(String fact, String value) {
        System.out.println(FACT + "\t" + fact + "\t" + value);
    }

    static Figures read(String printed) {
        Figures figures = new Figures();
        printed.lines().map(line -> line.split("\t", -1)).forEach(figures::take);
        return figures;
    }

    private void take(String[] words) {
        if (words[0].equals(FACT)) {
            facts.put(words[1], words[2]);
        } else if (words[0].equals(LINE)) {
            rows.computeIfAbsent(new Row(words[1], words[2]), _ -> new ArrayList<>())
                    .add(new Answered(
                            Double.parseDouble(words[3]),
                            Double.parseDouble(words[4]),
                            Double.parseDouble(words[5]),
                            Double.parseDouble(words[6]),
                            Double.parseDouble(words[7]),
                            Boolean.parseBoolean(words[8])));
        }
    }

    Map<Row, List<Answered>> rows() {
        return rows;
    }

    Map<String, String> facts() {
        return facts;
    }

    /// @param share of the values that are not above it, e.g. 0.95
    static double quantile(List<Answered> values, ToDoubleFunction<Answered> of, double share) {
        double[] sorted = values.stream().mapToDouble(of).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
