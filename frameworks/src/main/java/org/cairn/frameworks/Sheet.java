package org.cairn.frameworks;

import java.util.List;
import java.util.Map;
import org.cairn.proof.Digest;

/// One catalogue file, read but not yet checked against others: named text fields and one list of rows.
/// @param file    for messages
/// @param content SHA-256 of the file's bytes
record Sheet<T>(String file, Digest content, Map<String, String> head, List<Row<T>> rows) {
    Sheet {
        head = Map.copyOf(head);
        rows = List.copyOf(rows);
    }

    /// Requires a name that was asked for when the sheet was read.
    String head(String name) {
        String value = head.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }
}
