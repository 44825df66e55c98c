package org.cairn.frameworks;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One row of a catalogue file, field by field, and the line it starts on.
/// @param texts   fields that hold a text
/// @param lists   fields that hold a list of texts
/// @param numbers fields that hold a whole number
record Row(int line, Map<String, String> texts, Map<String, List<String>> lists, Map<String, Integer> numbers) {
    Row {
        texts = Map.copyOf(texts);
        lists = Map.copyOf(lists);
        numbers = Map.copyOf(numbers);
    }

    /// @throws IllegalArgumentException if it is missing or blank
    String required(String name) {
        return optional(name)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is missing"));
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    /// @throws IllegalArgumentException if it is missing
    int requiredNumber(String name) {
        Integer number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException("'" + name + "' is missing");
        }
        return number;
    }

    /// Empty if the field is left out.
    List<String> list(String name) {
        return lists.getOrDefault(name, List.of());
    }
}
