package org.cairn.benchmarks.lists;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairn.benchmarks.lists.Figures.Row;
import org.cairn.benchmarks.lists.Watch.Answered;

/// Prints the rows of a page when another page follows, so that a run that is cut off has said what it measured.
final class ListTable {
    private final Optional<Figures> bare;
    private final Optional<Figures> empty;
    private final Map<Row, List<Answered>> open = new LinkedHashMap<>();

    /// Prints nothing.
    ListTable() {
        this.bare = Optional.empty();
        this.empty = Optional.empty();
    }

    /// @param bare  what lists are compared with
    /// @param empty what pages are compared with
    ListTable(Figures bare, Figures empty) {
        this.bare = Optional.of(bare);
        this.empty = Optional.of(empty);
        System.out.println("| page | action | n | first change | what was asked for, p50 | p95 | everything, worst |"
                + " of it JavaFX's thread | longest without a frame | within " + Within.LIMIT_MILLIS
                + " ms (p95) | baseline | its p50 | ratio |");
        System.out.println("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- | ---: | ---: |");
    }

    void measured(Row row, Figures figures) {
        if (open.keySet().stream().anyMatch(other -> !other.page().equals(row.page()))) {
            end();
        }
        open.put(row, figures.rows().getOrDefault(row, List.of()));
    }

    /// What is left.
    void end() {
        if (bare.isPresent()) {
            open.forEach((row, values) -> System.out.println(line(row, values)));
            System.out.flush();
        }
        open.clear();
    }

    /// @param name what it is of
    private record Baseline(String name, double millis) {}

    /// For what a list does, the bare table; for a page, the same page of the nearly empty workspace.
    private Optional<Baseline> baseline(Row row) {
        String what = row.action().substring(row.action().indexOf(": ") + 1).strip();
        return row.action().contains(": ")
                ? of(bare, new Row(BareLists.PAGE, what), BareLists.PAGE)
                : of(empty, row, "nearly empty");
    }

    private static Optional<Baseline> of(Optional<Figures> figures, Row row, String name) {
        return figures.map(each -> each.rows().getOrDefault(row, List.of()))
                .filter(values -> !values.isEmpty())
                .map(values -> new Baseline(name, Figures.quantile(values, Answered::rows, 0.5)));
    }

    private String line(Row row, List<Answered> values) {
        double middle = Figures.quantile(values, Answered::rows, 0.5);
        double most = Figures.quantile(values, Answered::rows, 0.95);
        Optional<Baseline> baseline = baseline(row);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %.0f | %.0f | %.0f | %.0f | %.0f | %.0f | %s | %s | %s | %s |",
                row.page(),
                row.action(),
                values.size(),
                Figures.quantile(values, Answered::first, 0.5),
                middle,
                most,
                Figures.quantile(values, Answered::all, 1),
                Figures.quantile(values, Answered::busy, 0.5),
                Figures.quantile(values, Answered::stall, 0.95),
                met(values, most),
                baseline.map(Baseline::name).orElse(""),
                baseline.map(each -> String.format(Locale.ROOT, "%.0f", each.millis()))
                        .orElse(""),
                baseline.filter(each -> each.millis() > 0 && middle > 0)
                        .map(each -> String.format(Locale.ROOT, "%.2f", each.millis() / middle))
                        .orElse(""));
    }

    private static String met(List<Answered> values, double most) {
        if (values.stream().anyMatch(each -> !each.ended())) {
            return "no: no end within " + Watch.LONGEST_MILLIS / 1000 + " s";
        }
        if (most <= Within.LIMIT_MILLIS) {
            return "yes";
        }
        return values.stream().allMatch(Within::answered) ? "answered, rows later" : "no";
    }
}
