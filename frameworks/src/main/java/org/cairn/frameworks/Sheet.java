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
    /// @param texts   fields of a row that hold a text; `from.id` is the field `id` of an object `from`
    /// @param lists   fields of a row that hold a list of texts
    /// @param numbers fields of a row that hold a whole number
    record Form(Set<String> head, String list, Set<String> texts, Set<String> lists, Set<String> numbers) {
        Form(Set<String> head, String list, Set<String> texts, Set<String> lists) {
            this(head, list, texts, lists, Set.of());
        }

        /// Whether a row's field holds an object.
        boolean hasPart(String name) {
            return texts.stream().anyMatch(text -> text.startsWith(name + "."));
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
    static final Form DEADLINES = new Form(
            Set.of("framework"),
            "deadlines",
            Set.of(
                    "id",
                    "title",
                    "citation",
                    "sense",
                    "weekend",
                    "weekendCitation",
                    "extension",
                    "extensionCitation",
                    "rounds",
                    "source",
                    "note"),
            Set.of("requirements", "limits", "optional", "binds", "exempt"));
    static final Form SCOPE_QUESTIONS = new Form(
            Set.of("title", "version"),
            "questions",
            Set.of("id", "level", "group", "question", "help", "citation", "gate", "role"),
            Set.of("answers", "nodes"));
    static final Form SCOPE_TERMS =
            new Form(Set.of("title"), "terms", Set.of("id", "title", "when", "citation"), Set.of());
    static final Form SCOPE_PROFILES = new Form(
            Set.of("title"),
            "profiles",
            Set.of("id", "title", "description", "version", "system", "systemName"),
            Set.of("frameworks"));
    static final Form SCOPE_PROFILE =
            new Form(Set.of("profile"), "facts", Set.of("fact", "answer", "reason"), Set.of());
    static final Form APPLICABILITY =
            new Form(Set.of("framework"), "rules", Set.of("node", "binds", "when", "because", "citation"), Set.of());
    static final Form SCOPE_QUESTIONS_DE =
            new Form(Set.of("language"), "questions", Set.of("id", "group", "question", "help"), Set.of());
    static final Form SCOPE_PROFILES_DE =
            new Form(Set.of("language"), "profiles", Set.of("id", "title", "description", "systemName"), Set.of());
    static final Form SCOPE_PROFILE_DE =
            new Form(Set.of("profile", "language"), "facts", Set.of("fact", "reason"), Set.of());
    static final Form APPLICABILITY_DE =
            new Form(Set.of("framework", "language"), "rules", Set.of("node", "binds", "because"), Set.of());
    static final Form DEADLINES_DE =
            new Form(Set.of("framework", "language"), "deadlines", Set.of("id", "title"), Set.of());
    static final Form CHECKLIST =
            new Form(Set.of("title", "version"), "controls", Set.of("id", "category", "title"), Set.of());
    static final Form CROSSWALK = new Form(
            Set.of("title", "version", "readOn"),
            "mappings",
            Set.of("control", "framework", "requirement", "relation", "rationale", "author", "date"),
            Set.of(),
            Set.of("strength"));

    static final Form CONTROL_GUIDANCE = new Form(
            Set.of("title", "version", "readOn"),
            "controls",
            Set.of("control", "intent", "question", "validFor", "effort", "severity", "owner"),
            Set.of("verify", "evidence"));
    static final Form CONTROL_GUIDANCE_DE = new Form(
            Set.of("language"),
            "controls",
            Set.of("control", "title", "intent", "question", "owner"),
            Set.of("verify", "evidence"));
    static final Form RESPONSIBILITIES = new Form(
            Set.of("title"), "rows", Set.of("id", "area", "organisation", "supplier"), Set.of("controls", "evidence"));
    static final Form RESPONSIBILITIES_DE =
            new Form(Set.of("language"), "rows", Set.of("id", "area", "organisation", "supplier"), Set.of("evidence"));
    static final Form THREATS = new Form(
            Set.of("title"),
            "threats",
            Set.of("id", "title", "description", "likelihood", "impact", "treatment"),
            Set.of("controls", "signs"));
    static final Form THREATS_DE =
            new Form(Set.of("language"), "threats", Set.of("id", "title", "description", "treatment"), Set.of("signs"));
    static final Form TITLES_DE =
            new Form(Set.of("framework", "language"), "titles", Set.of("node", "title"), Set.of());
    static final Form OBJECTIONS_DE =
            new Form(Set.of("framework", "language"), "groups", Set.of("node"), Set.of("objections"));
    static final Form LINKS = new Form(
            Set.of("title", "version", "readOn"),
            "links",
            Set.of(
                    "from.framework",
                    "from.requirement",
                    "to.framework",
                    "to.requirement",
                    "relation",
                    "rationale",
                    "author",
                    "date"),
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
