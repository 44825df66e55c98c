package org.cairn.app.workspace;

import java.util.Locale;
import java.util.Optional;

/// Who may see a piece of evidence, as the person says who hands it in. Cairn shows and exports it, and enforces
/// nothing by it.
public enum Classification {
    PUBLIC,
    INTERNAL,
    CONFIDENTIAL,
    RESTRICTED;

    /// As it is written in facts and on the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Classification> parse(String word) {
        for (Classification each : values()) {
            if (each.word().equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
