package org.cairn.app.ui.kit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.cairn.frameworks.Language;

/// The words of one feature: the bundle `texts` that lies beside its classes. A pattern follows [MessageFormat], so a
/// literal apostrophe is written as the typographic one.
public final class Texts {
    private static final ResourceBundle.Control ENGLISH_OTHERWISE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /// In the language of the window, which is the process's locale for display; in English where there is no bundle in
    /// it, whatever the system speaks.
    public static Texts beside(Class<?> anchor) {
        return new Texts(ResourceBundle.getBundle(
                anchor.getPackageName() + ".texts",
                Locale.getDefault(Locale.Category.DISPLAY),
                anchor.getClassLoader(),
                ENGLISH_OTHERWISE));
    }

    /// Of these words.
    public Locale locale() {
        return bundle.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : bundle.getLocale();
    }

    public Language language() {
        return languageOf(locale());
    }

    /// English for every locale that we have no words for.
    public static Language languageOf(Locale locale) {
        return locale.getLanguage().equals(Locale.GERMAN.getLanguage()) ? Language.DE : Language.EN;
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /// @throws java.util.MissingResourceException if there is no such key: a mistake of ours, never shown as a blank
    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments);
    }

    /// A sentence that was made further below, as these words say it where they do.
    /// @param prefix of the key; the sentence's own words follow, joined by hyphens
    public String told(String prefix, String sentence) {
        String key = prefix
                + sentence.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "");
        return has(key) ? text(key) : sentence;
    }

    /// The same words, beginning as a sentence does.
    public static String sentence(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// Lower-case words joined by hyphens, as keys, ids and style classes are spelt.
    public static String keyOf(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
