package org.cairn.causality.picture;

import java.util.ArrayList;
import java.util.List;

/// How wide a text is drawn at most, told without a font: the widths are those of DejaVu Sans, the widest of the fonts
/// a picture names, rounded up. So no label outgrows its box, whichever of them a reader has.
final class TextSize {
    /// Of a point of type, in thousandths.
    private static final String NARROW = "ijlI.,:;'|!`";

    private static final String THIN = "ftr()[]{}/\\\"- ";
    private static final String BROAD = "mwMWOQ%@…+=<>~_&";

    private TextSize() {}

    static double width(String text, double size) {
        return text.codePoints().mapToDouble(TextSize::widthOf).sum() * size;
    }

    /// In lines no wider than `most`, broken at spaces where there are any.
    static List<String> wrapped(String text, double size, double most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && width(line + " " + word, size) > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static double widthOf(int point) {
        if (point > 0x2fff) {
            return 1.1;
        } else if (NARROW.indexOf(point) >= 0) {
            return 0.34;
        } else if (THIN.indexOf(point) >= 0) {
            return 0.46;
        } else if (BROAD.indexOf(point) >= 0 || point > 0x24f) {
            return 1.0;
        }
        return Character.isUpperCase(point) ? 0.78 : 0.65;
    }
}
