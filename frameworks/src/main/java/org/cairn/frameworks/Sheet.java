package org.cairn.frameworks;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairn.proof.Digest;

/// One catalogue file, read but not yet checked against others: named text fields and one list of rows.
/// @param file    for messages
/// @param content SHA-256 of the file's bytes
record Sheet(String file, Digest content, Map<String, String> head, List<Row> rows) {
    /// What a file looks like: all of `head` is required, and so is the list; of the rows' fields none is.
    /// @param head    text fields besides `format`
    /// @param list    the field that holds the rows
    /// @param texts   fields of a row that hold a text
    /// @param lists   fields of a row that hold a list of texts
    /// @param numbers fields of a row that hold a whole number
    record Form(Set<String> head, String list, Set<String> texts, Set<String> lists, Set<String> numbers) {
        Form(Set<String> head, String list, Set<String> texts, Set<String> lists) {
            this(head, list, texts, lists, Set.of());
        }
    }

    static final Form INDEX = new Form(Set.of(), "frameworks", Set.of("id"), Set.of());
    static final Form FRAMEWORK = new Form(
            Set.of("id", "title", "version", "readOn", "source", "licence"),
            "nodes",
            Set.of("id", "parent", "title", "kind", "citation", "notes"),
            Set.of("binds", "amendedBy"));
    static final Form DATES = new Form(
            Set.of("framework"), "dates", Set.of("node", "appliesFrom", "until", "statedOn", "basis"), Set.of());
    static final Form GUIDANCE =
            new Form(Set.of("framework"), "guidance", Set.of("node", "plain", "owner"), Set.of("evidence"));
    static final Form OBJECTIONS = new Form(Set.of("framework"), "groups", Set.of("node"), Set.of("objections"));
    static final Form CHECKLIST =
            new Form(Set.of("title", "version"), "controls", Set.of("id", "category", "title"), Set.of());
    static final Form CROSSWALK = new Form(
            Set.of("title", "version", "readOn"),
            "mappings",
            Set.of("control", "framework", "requirement", "relation", "rationale", "author", "date"),
            Set.of(),
            Set.of("strength"));

    Sheet {
        head = Map.copyOf(head);
        rows = List.copyOf(rows);
    }

    /// Requires a name of the form's head.
    String head(String name) {
        String value = head.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }
}
