package org.cairn.app.workspace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// In which a framework is handed over.
public enum FrameworkForm {
    CSV,
    XLSX,
    OSCAL_CATALOG,
    OSCAL_MAPPING;

    /// As people type it: `oscal-catalog`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Empty for a word that is none.
    public static Optional<FrameworkForm> parse(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
