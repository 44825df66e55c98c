package org.cairn.app.pilot;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.cairn.frameworks.Language;

/// A pilot in words, the same in window, command line and report.
public final class PilotWords {
    private final ResourceBundle bundle;

    private PilotWords(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    public static PilotWords in(Language language) {
        Locale locale = switch (language) {
            case EN -> Locale.ENGLISH;
            case DE -> Locale.GERMAN;
        };
        return new PilotWords(ResourceBundle.getBundle(
                "org.cairn.app.pilot.words",
                locale,
                PilotWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments);
    }

    /// A few words for a heading.
    public String title(PilotMeasure measure) {
        return text(measure.code() + ".title");
    }

    /// How it is shown.
    public String how(PilotMeasure measure) {
        return text(measure.code() + ".how");
    }

    public String standing(PilotState.Standing standing) {
        return text("standing." + standing.code());
    }

    /// In which days it is due.
    public String days(PilotMeasure measure) {
        return text("days", measure.firstDay(), measure.lastDay());
    }

    public String figure(PilotState.Figure figure) {
        return text("figure." + figure.key(), figure.numbers().toArray());
    }
}
