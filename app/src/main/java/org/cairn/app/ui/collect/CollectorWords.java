package org.cairn.app.ui.collect;

import java.util.Locale;
import java.util.ResourceBundle;
import org.cairn.app.ui.desk.CollectorCard;
import org.cairn.frameworks.Language;

/// Collectors in the words of the window. In English they speak for themselves.
final class CollectorWords {
    private static final ResourceBundle GERMAN = ResourceBundle.getBundle(
            CollectorWords.class.getPackageName() + ".collectors",
            Locale.GERMAN,
            CollectorWords.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private CollectorWords() {}

    static CollectorCard of(CollectorCard card, Language language) {
        return switch (language) {
            case EN -> card;
            case DE -> german(card);
        };
    }

    private static CollectorCard german(CollectorCard card) {
        String id = card.id().value();
        return new CollectorCard(
                card.id(),
                word(id, card.title()),
                card.withRoot().stream()
                        .map(advice -> new CollectorCard.Advice(
                                advice.command()
                                        .replace("(as root)", GERMAN.getString("as.root"))
                                        .replace("(as administrator)", GERMAN.getString("as.administrator")),
                                word(id + ".adds", advice.adds())))
                        .toList());
    }

    private static String word(String key, String english) {
        return GERMAN.containsKey(key) ? GERMAN.getString(key) : english;
    }
}
