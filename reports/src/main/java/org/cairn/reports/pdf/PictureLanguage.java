package org.cairn.reports.pdf;

import org.cairn.causality.picture.EnglishWords;
import org.cairn.causality.picture.GermanWords;
import org.cairn.causality.picture.PictureWords;
import org.cairn.causality.picture.SvgPicture;
import org.cairn.frameworks.Language;

/// The words of pictures in the language of a report.
final class PictureLanguage {
    private PictureLanguage() {}

    static PictureWords words(Language language) {
        return switch (language) {
            case EN -> new EnglishWords();
            case DE -> new GermanWords();
        };
    }

    static SvgPicture.Legend legend(Language language) {
        return switch (language) {
            case EN -> SvgPicture.Legend.ENGLISH;
            case DE -> SvgPicture.Legend.GERMAN;
        };
    }
}
