package org.cairn.reports.pdf;

import java.io.IOException;
import java.util.BitSet;
import java.util.Locale;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;

/// Makes any text safe to print: what our fonts cannot draw, and what a reader would not see, is written as its code
/// point, `⟨U+202E⟩`. The renderer would print `#` for the first and let the second turn words around.
final class PrintableText {
    private static final int LAST = 0xFFFF;

    private final BitSet drawable;

    private PrintableText(BitSet drawable) {
        this.drawable = drawable;
    }

    /// What every face of the text can draw, or the fallback face.
    static PrintableText of(ReportFonts fonts) throws IOException {
        BitSet text = new BitSet();
        text.set(0, LAST);
        for (TrueTypeFont font : fonts.textFaces()) {
            text.and(coverage(font));
        }
        text.or(coverage(fonts.fallbackFace()));
        return new PrintableText(text);
    }

    private static BitSet coverage(TrueTypeFont font) throws IOException {
        CmapLookup cmap = font.getUnicodeCmapLookup();
        BitSet covered = new BitSet();
        for (int codePoint = 0x20; codePoint < LAST; codePoint++) {
            if (cmap.getGlyphId(codePoint) != 0) {
                covered.set(codePoint);
            }
        }
        return covered;
    }

    /// One line of text: every run of white space becomes one space.
    String line(String text) {
        return visible(text.replaceAll("[ \\t\\r\\n\\f]+", " "));
    }

    /// Text that may keep its line ends.
    String lines(String text) {
        return visible(text.replace("\r\n", "\n").replace("\t", "    "));
    }

    private String visible(String text) {
        StringBuilder printed = new StringBuilder(text.length());
        boolean hidden = false;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            if (printable(codePoint)) {
                printed.append(hidden ? "⟩" : "").appendCodePoint(codePoint);
                hidden = false;
            } else {
                printed.append(hidden ? " " : "⟨").append(String.format(Locale.ROOT, "U+%04X", codePoint));
                hidden = true;
            }
        }
        return printed.append(hidden ? "⟩" : "").toString();
    }

    private boolean printable(int codePoint) {
        if (codePoint == '\n') {
            return true;
        }
        int type = Character.getType(codePoint);
        boolean invisible = type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED;
        return !invisible && drawable.get(codePoint);
    }
}
