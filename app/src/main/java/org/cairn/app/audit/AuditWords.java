package org.cairn.app.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.cairn.checklist.event.AuditMark;
import org.cairn.frameworks.Language;

/// What marks are called.
public final class AuditWords {
    private AuditWords() {}

    public static String mark(AuditMark mark, Language language) {
        return switch (language) {
            case EN ->
                switch (mark) {
                    case ACCEPTED -> "accepted";
                    case OBJECTION -> "objection";
                    case MORE_NEEDED -> "more needed";
                };
            case DE ->
                switch (mark) {
                    case ACCEPTED -> "anerkannt";
                    case OBJECTION -> "Einwand";
                    case MORE_NEEDED -> "mehr nötig";
                };
        };
    }

    /// In either language, or as on the command line.
    static Optional<AuditMark> mark(String words) {
        String key = words.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(AuditMark.values())
                .filter(mark -> mark.code().equals(key)
                        || Arrays.stream(Language.values())
                                .anyMatch(language -> mark(mark, language)
                                        .toLowerCase(Locale.ROOT)
                                        .equals(key)))
                .findFirst();
    }
}
