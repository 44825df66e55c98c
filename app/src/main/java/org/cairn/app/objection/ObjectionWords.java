package org.cairn.app.objection;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.cairn.frameworks.Language;

/// Objections in words: what stands, and what mends it.
public final class ObjectionWords {
    private final ResourceBundle bundle;

    private ObjectionWords(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    public static ObjectionWords in(Language language) {
        Locale locale = switch (language) {
            case EN -> Locale.ENGLISH;
            case DE -> Locale.GERMAN;
        };
        return new ObjectionWords(ResourceBundle.getBundle(
                "org.cairn.app.objection.words",
                locale,
                ObjectionWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /// A few words for a heading.
    public String title(ObjectionKind kind) {
        return bundle.getString(kind.code() + ".title");
    }

    /// What an auditor would say, in one sentence.
    public String said(Objection objection) {
        return said(objection.kind(), objection.about().toArray());
    }

    private String said(ObjectionKind kind, Object... about) {
        return new MessageFormat(bundle.getString(kind.code() + ".said"), bundle.getLocale()).format(about);
    }

    /// What mends it, in one sentence.
    public String mend(ObjectionKind kind) {
        return bundle.getString(kind.code() + ".mend");
    }
}
