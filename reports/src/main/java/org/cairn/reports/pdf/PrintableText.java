package org.cairn.reports.pdf;

import java.io.IOException;
import java.util.BitSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.cairn.reports.pack.VisibleText;

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
        return VisibleText.of(text.replaceAll("[ \\t\\r\\n\\f]+", " "), drawable::get);
    }

    /// Text that may keep its line ends.
    String lines(String text) {
        return VisibleText.of(text.replace("\r\n", "\n").replace("\t", "    "), drawable::get);
    }
}
