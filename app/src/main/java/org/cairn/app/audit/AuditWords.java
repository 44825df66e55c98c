package org.cairn.app.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.event.AuditMark;
import org.cairn.frameworks.Language;
import org.cairn.reports.pack.ReportWords;

/// What marks are called.
public final class AuditWords {
    private static final Pattern WITH_ENTRY = Pattern.compile("(?<what>.+), entry (?<entry>[0-9]+)");

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

    /// What the pack says of an item, as [PackItems] words it.
    public static String state(String state, Language language) {
        return switch (language) {
            case EN -> state;
            case DE -> german(state);
        };
    }

    private static String german(String state) {
        Matcher entry = WITH_ENTRY.matcher(state);
        if (!entry.matches()) {
            return state.equals(PackItems.NOT_ANSWERED) ? "nicht beantwortet" : state;
        }
        String what = entry.group("what");
        String said = switch (what.split(" ", 2)[0]) {
            case "answered" -> "beantwortet: " + answer(what.substring("answered ".length()));
            case "of" -> "aus einem anderen Arbeitsbereich";
            case "for" -> "für " + what.substring("for ".length());
            case "attached" -> "angehängt";
            default -> what;
        };
        return said + ", Eintrag " + entry.group("entry");
    }

    private static String answer(String words) {
        return Arrays.stream(AnswerStatus.values())
                .filter(status -> PackItems.words(status).equals(words))
                .findFirst()
                .map(ReportWords.in(Language.DE)::word)
                .orElse(words);
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
