package org.cairn.app.cli;

import java.io.PrintStream;
import java.util.List;
import org.cairn.frameworks.Language;
import org.cairn.frameworks.Said;

/// Text under headings for a terminal. What is not in the language that was asked for says so.
record Lines(PrintStream out, Language wanted) {
    void head(String id, Said<String> title) {
        out.println(Table.printable(id) + "  " + Table.printable(title.words()) + mark(title.language()));
    }

    /// Nothing where the value is empty.
    void fact(String name, String value) {
        if (!value.isEmpty()) {
            out.println(name + ": " + Table.printable(value));
        }
    }

    void part(String heading, Language language) {
        out.println();
        out.println(heading + mark(language));
    }

    void text(String text) {
        out.println("  " + Table.printable(text));
    }

    void list(List<String> texts) {
        texts.forEach(text -> out.println("  - " + Table.printable(text)));
    }

    void row(String id, String relation, String rationale) {
        out.println("  " + Table.printable(id) + "  " + relation);
        out.println("      " + Table.printable(rationale));
    }

    private String mark(Language language) {
        return language == wanted ? "" : " (" + language.ownName() + ")";
    }
}
