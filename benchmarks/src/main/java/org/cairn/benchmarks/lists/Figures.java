package org.cairn.benchmarks.lists;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
                "%s\t%s\t%s\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\t%.1f\t%b",
                LINE,
                row.page(),
                row.action(),
                answered.first(),
                answered.rows(),
                answered.all(),
                answered.progress(),
                answered.stall(),
                answered.busy(),
                answered.ended()));
    }

    static void print(String fact, String value) {
        System.out.println(FACT + "\t" + fact + "\t" + value);
    }

    /// @param line that the measuring process printed
    /// @return what was measured; empty where it is no figure of an action
    Optional<Row> take(String line) {
        String[] words = line.split("\t", -1);
        if (words[0].equals(FACT)) {
            facts.put(words[1], words[2]);
        } else if (words[0].equals(LINE)) {
            Row row = new Row(words[1], words[2]);
            rows.computeIfAbsent(row, _ -> new ArrayList<>())
                    .add(new Answered(
                            Double.parseDouble(words[3]),
                            Double.parseDouble(words[4]),
                            Double.parseDouble(words[5]),
                            Double.parseDouble(words[6]),
                            Double.parseDouble(words[7]),
                            Double.parseDouble(words[8]),
                            Boolean.parseBoolean(words[9])));
            return Optional.of(row);
        }
        return Optional.empty();
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
