package org.cairn.app.ui.runtime;

import org.cairn.app.ui.kit.Texts;
import org.cairn.causality.picture.EnglishWords;
import org.cairn.causality.picture.GermanWords;
import org.cairn.causality.picture.PictureWords;
import org.cairn.causality.picture.SvgPicture;

/// The words of a picture in the language of the window.
final class ShownWords {
    private ShownWords() {}

    static PictureWords in(Texts texts) {
        return switch (texts.language()) {
            case EN -> new EnglishWords();
            case DE -> new GermanWords();
        };
    }

    static SvgPicture.Legend legend(Texts texts) {
        return switch (texts.language()) {
            case EN -> SvgPicture.Legend.ENGLISH;
            case DE -> SvgPicture.Legend.GERMAN;
        };
    }
}
