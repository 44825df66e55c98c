package org.cairn.frameworks.crosswalk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.checklist.Catalogue;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Mapping;

/// Controls against frameworks: which rows lie in each field.
public final class Matrix {
    private record Field(ControlId control, FrameworkId framework) {}

    /// A control that may close a requirement comes before a stronger one that may not.
    private static final Comparator<Mapping> BEST_FIRST = Comparator.comparing(
                    (Mapping row) -> row.relation().mayClose())
            .thenComparingInt(Mapping::strength)
            .reversed()
            .thenComparing(row -> row.requirement().text());

    private final Map<Field, List<Mapping>> fields = new HashMap<>();

    public Matrix(Catalogue catalogue) {
        catalogue.mappings().stream()
                .filter(row -> row.relation().supports())
                .forEach(row -> fields.computeIfAbsent(
                                new Field(row.control(), row.requirement().framework()), _ -> new ArrayList<>())
                        .add(row));
        fields.values().forEach(rows -> rows.sort(BEST_FIRST));
    }

    /// Best first; empty where the control lends the framework nothing.
    public List<Mapping> rows(ControlId control, FrameworkId framework) {
        return List.copyOf(fields.getOrDefault(new Field(control, framework), List.of()));
    }

    public Optional<Mapping> best(ControlId control, FrameworkId framework) {
        return rows(control, framework).stream().findFirst();
    }
}
