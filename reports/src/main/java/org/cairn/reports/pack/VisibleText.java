package org.cairn.reports.pack;

import java.util.Locale;
import java.util.function.IntPredicate;

/// Writes what a reader would not see, or a program could not show, as its code point: `⟨U+202E⟩`. Evidence is hostile
/// input: control characters break documents, and bidirectional overrides turn words around (Unicode TR 36).
public final class VisibleText {
    private VisibleText() {}

    /// @param drawable which visible characters can be shown; the others are written as code points too
    public static String of(String text, IntPredicate drawable) {
        StringBuilder shown = new StringBuilder(text.length());
        boolean hidden = false;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            if (codePoint == '\n' || visible(codePoint) && drawable.test(codePoint)) {
                shown.append(hidden ? "⟩" : "").appendCodePoint(codePoint);
                hidden = false;
            } else {
                shown.append(hidden ? " " : "⟨").append(String.format(Locale.ROOT, "U+%04X", codePoint));
                hidden = true;
            }
        }
        return shown.append(hidden ? "⟩" : "").toString();
    }

    private static boolean visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
