package org.cairn.app.ui.frame;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.app.ui.kit.Texts;
import org.kordamp.ikonli.feather.Feather;

/// How the window is coloured. High contrast holds words to 7:1 and everything else that means something to 4.5:1
/// (WCAG 2.2, success criteria 1.4.6 and 1.4.11).
public enum Look {
    LIGHT(Ground.BRIGHT, Feather.SUN),
    DARK(Ground.DARK, Feather.MOON),
    CONTRAST_LIGHT(Ground.BRIGHT, Feather.CIRCLE),
    CONTRAST_DARK(Ground.DARK, Feather.DISC);

    /// What words stand on.
    public enum Ground {
        BRIGHT,
        DARK
    }

    private final Ground ground;
    private final Feather glyph;

    Look(Ground ground, Feather glyph) {
        this.ground = ground;
        this.glyph = glyph;
    }

    public Ground ground() {
        return ground;
    }

    public boolean highContrast() {
        return this == CONTRAST_LIGHT || this == CONTRAST_DARK;
    }

    Feather glyph() {
        return glyph;
    }

    /// By its key, as settings keep it.
    public static Optional<Look> ofKey(String key) {
        return Stream.of(values())
                .filter(look -> Texts.keyOf(look).equals(key.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
