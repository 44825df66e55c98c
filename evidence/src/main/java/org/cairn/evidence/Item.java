package org.cairn.evidence;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// One member of a population: observed values by name, e.g. `port -> 22`, `address -> 0.0.0.0`. A value that could not
/// be observed is left out, never filled in.
public record Item(SortedMap<String, String> values) {
    public Item {
        values = SortedValues.of(values);
    }

    public static Item of(Map<String, String> values) {
        return new Item(SortedValues.of(values));
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
