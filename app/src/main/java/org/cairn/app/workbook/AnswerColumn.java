package org.cairn.app.workbook;

import java.util.Locale;
import org.cairn.frameworks.Language;

/// What people fill in of a row.
public enum AnswerColumn {
    ANSWER("Answer", "Antwort", 24),
    NOTE("Note", "Bemerkung", 60),
    OWNER("Owner", "Verantwortlich", 22),
    DUE("Due", "Fällig", 12),
    APPLIES_FROM("Applies from", "Gilt ab", 12),
    DOCUMENTATION("Documentation 0-5", "Dokumentation 0-5", 14),
    IMPLEMENTATION("Implementation 0-5", "Umsetzung 0-5", 14);

    private final String english;
    private final String german;
    private final int width;

    AnswerColumn(String english, String german, int width) {
        this.english = english;
        this.german = german;
        this.width = width;
    }

    public String title(Language language) {
        return switch (language) {
            case EN -> english;
            case DE -> german;
        };
    }

    int width() {
        return width;
    }

    /// `APPLIES_FROM` as `applies-from`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
