package org.cairn.benchmarks.lists;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairn.benchmarks.lists.Figures.Row;
import org.cairn.benchmarks.lists.Watch.Answered;

/// How many actions kept to the limit.
/// @param actions  that changed what is on the screen
/// @param within   had what was asked for in time
/// @param answered showed progress or something of it in time, and the rest later
/// @param worst    the one that took longest
record Within(long actions, long within, long answered, Optional<Map.Entry<Row, Answered>> worst) {
    static final int LIMIT_MILLIS = 200;

    static Within of(Figures figures) {
        List<Map.Entry<Row, Answered>> all = figures.rows().entrySet().stream()
                .flatMap(row -> row.getValue().stream().map(value -> Map.entry(row.getKey(), value)))
                .filter(each -> each.getValue().all() > 0 || !each.getValue().ended())
                .toList();
        List<Answered> values = all.stream().map(Map.Entry::getValue).toList();
        return new Within(
                values.size(),
                values.stream().filter(Within::complete).count(),
                values.stream()
                        .filter(each -> !complete(each) && answered(each))
                        .count(),
                all.stream()
                        .max(Comparator.comparingDouble(each -> each.getValue().rows())));
    }

    private static boolean complete(Answered value) {
        return value.rows() <= LIMIT_MILLIS && (value.ended() || value.rows() > 0);
    }

    /// Whether something came in time: a part of it, or the sign that it is under way.
    static boolean answered(Answered value) {
        return value.first() > 0 && value.first() <= LIMIT_MILLIS
                || value.progress() >= 0 && value.progress() <= LIMIT_MILLIS;
    }

    String words() {
        return String.format(
                        Locale.ROOT,
                        "%d actions, %d within %d ms; %d answered within %d ms and complete later; %d neither; worst ",
                        actions,
                        within,
                        LIMIT_MILLIS,
                        answered,
                        LIMIT_MILLIS,
                        actions - within - answered)
                + worst.map(each -> String.format(
                                Locale.ROOT,
                                "%.0f ms (%s, %s).",
                                each.getValue().rows(),
                                each.getKey().page(),
                                each.getKey().action()))
                        .orElse("none.");
    }
}
