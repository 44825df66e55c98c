package org.cairn.frameworks;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One row of a catalogue file, field by field, and the line it starts on.
/// @param texts fields that hold a text
/// @param lists fields that hold a list of texts
record Row(int line, Map<String, String> texts, Map<String, List<String>> lists) {
    Row {
        texts = Map.copyOf(texts);
        lists = Map.copyOf(lists);
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

    /// Empty if the field is left out.
    List<String> list(String name) {
        return lists.getOrDefault(name, List.of());
    }
}
