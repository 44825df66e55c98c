package org.cairn.app.ui.pack;

import javafx.util.StringConverter;
import org.cairn.frameworks.Language;
import org.jspecify.annotations.Nullable;

/// Shows a language by what it calls itself.
final class LanguageName extends StringConverter<Language> {
    @Override
    public String toString(@Nullable Language language) {
        return language == null ? "" : language.ownName();
    }

    @Override
    public Language fromString(@Nullable String ownName) {
        throw new UnsupportedOperationException("a language is chosen, not typed");
    }
}
