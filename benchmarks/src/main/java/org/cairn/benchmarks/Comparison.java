package org.cairn.benchmarks;

import java.util.Locale;

/// One figure of ours beside one of a baseline.
/// @param name     what was measured
/// @param unit     of both figures, e.g. `entries/s` or `s`
/// @param ours     median of our runs
/// @param baseline what the other figure is of
/// @param theirs   median of the baseline's runs
/// @param better   which direction is better
/// @param remark   what the figure includes; may be empty
public record Comparison(
        String name, String unit, double ours, String baseline, double theirs, Better better, String remark) {
    public enum Better {
        MORE,
        LESS
    }

    /// Above 1 where ours is better.
    public double ratio() {
        return switch (better) {
            case MORE -> ours / theirs;
            case LESS -> theirs / ours;
        };
    }

    /// A row of the table in `benchmarks/README.md`.
    public String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s %s | %s | %s %s | %.2f | %s |",
                name,
                figure(ours),
                unit,
                baseline,
                figure(theirs),
                unit,
                ratio(),
                remark);
    }

    public static String heading() {
        return """
                | what | Cairn | baseline | its figure | ratio (above 1: Cairn is better) | includes |
                | --- | ---: | --- | ---: | ---: | --- |""";
    }

    private static String figure(double value) {
        return value >= 100 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.3f", value);
    }
}
