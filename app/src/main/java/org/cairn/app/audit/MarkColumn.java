package org.cairn.app.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.cairn.frameworks.Language;

/// A column of the table of items, in a workbook and as comma-separated values.
enum MarkColumn {
    ITEM("Item", "Posten", 24),
    TITLE("Title", "Titel", 56),
    STATE("In the pack", "Im Paket", 30),
    MARK("Mark", "Urteil", 16),
    REMARK("Remark", "Anmerkung", 60),
    DUE("Due", "Fällig", 12);

    private final String english;
    private final String german;
    private final int width;

    MarkColumn(String english, String german, int width) {
        this.english = english;
        this.german = german;
        this.width = width;
    }

    String title(Language language) {
        return switch (language) {
            case EN -> english;
            case DE -> german;
        };
    }

    int width() {
        return width;
    }

    /// Whether the auditor writes here.
    boolean fillIn() {
        return compareTo(MARK) >= 0;
    }

    /// By its title in either language, or by its name.
    static Optional<MarkColumn> named(String title) {
        return Arrays.stream(values())
                .filter(column -> column.english.equals(title)
                        || column.german.equals(title)
                        || column.name().toLowerCase(Locale.ROOT).equals(title))
                .findFirst();
    }
}
