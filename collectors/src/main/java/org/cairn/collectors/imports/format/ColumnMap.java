package org.cairn.collectors.imports.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.collectors.imports.UnreadableReport;

/// Which column of a table says what: `rule=Check ID,outcome=Status,title=Name`.
/// @param columns the heading of the column, by what it says
public record ColumnMap(Map<String, String> columns) {
    private static final Set<String> KNOWN =
            Set.of("rule", "outcome", "title", "severity", "where", "target", "time", "ids");

    public ColumnMap {
        columns = Map.copyOf(columns);
    }

    /// @throws UnreadableReport for what is no mapping, and without `rule` and `outcome`
    public static ColumnMap parse(String spelled) throws UnreadableReport {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String part : spelled.split(",", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals).strip();
            if (equals < 1 || !KNOWN.contains(name)) {
                throw refused("'" + part + "' is not one of "
                        + String.join(" ", KNOWN.stream().sorted().toList())
                        + ", an equals sign and a column's heading");
            }
            columns.put(name, part.substring(equals + 1).strip());
        }
        if (!columns.containsKey("rule") || !columns.containsKey("outcome")) {
            throw refused("it does not say which column holds the rule, and which the outcome");
        }
        return new ColumnMap(columns);
    }

    private static UnreadableReport refused(String reason) {
        return new UnreadableReport("--map", reason, "Give it like `rule=Check ID,outcome=Status`");
    }

    /// In an order of its own, so that the same mapping is spelled the same.
    String spelled() {
        return String.join(
                ",",
                columns.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .sorted()
                        .toList());
    }

    Bound bind(List<String> head) throws UnreadableReport {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (Map.Entry<String, String> each : columns.entrySet()) {
            int place = head.stream().map(String::strip).toList().indexOf(each.getValue());
            if (place < 0) {
                throw new UnreadableReport(
                        "line 1",
                        "there is no column '" + each.getValue() + "'; the head has " + String.join(", ", head),
                        "Name it as the first line does");
            }
            places.put(each.getKey(), place);
        }
        return new Bound(places);
    }

    /// The map over a head.
    record Bound(Map<String, Integer> places) {
        Bound {
            places = Map.copyOf(places);
        }

        Optional<String> value(String name, List<String> row) {
            Integer place = places.get(name);
            return place == null || place >= row.size() || row.get(place).isBlank()
                    ? Optional.empty()
                    : Optional.of(row.get(place));
        }
    }
}
