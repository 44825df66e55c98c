package org.cairn.app.workspace;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.cairn.frameworks.Language;

/// The bundle `events` in one language. Its slots are filled as they are, without patterns for numbers: a search words
/// every entry of a ledger.
final class EventWords {
    private static final EventWords ENGLISH = new EventWords(Locale.ENGLISH);
    private static final EventWords GERMAN = new EventWords(Locale.GERMAN);

    private final ResourceBundle bundle;

    private EventWords(Locale locale) {
        this.bundle = ResourceBundle.getBundle(
                EventWords.class.getPackageName() + ".events",
                locale,
                EventWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static EventWords in(Language language) {
        return switch (language) {
            case EN -> ENGLISH;
            case DE -> GERMAN;
        };
    }

    /// @throws java.util.MissingResourceException if there is no such key: a mistake of ours, never shown as a blank
    String text(String key, List<String> slots) {
        String words = bundle.getString(key);
        StringBuilder text = new StringBuilder();
        int end = 0;
        for (int slot = words.indexOf('{'); slot >= 0; slot = words.indexOf('{', end)) {
            text.append(words, end, slot);
            end = words.indexOf('}', slot) + 1;
            text.append(slots.get(Integer.parseInt(words, slot + 1, end - 1, 10)));
        }
        return text.append(words, end, words.length()).toString();
    }
}
