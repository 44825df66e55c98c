package org.cairn.collectors.imports;

/// Text from a report, made fit to be kept and shown: bounded, and without characters that steer a terminal or turn
/// the direction of a line (Unicode categories Cc, Cf, Zl and Zp). Each of them becomes U+FFFD.
public final class CleanText {
    /// Of one value. Longer ones are cut, and end with an ellipsis.
    static final int LONGEST = 300;

    private CleanText() {}

    public static String of(String text) {
        String trimmed = text.strip();
        boolean cut = trimmed.length() > LONGEST;
        String kept = cut ? trimmed.substring(0, LONGEST) : trimmed;
        StringBuilder clean = new StringBuilder(kept.length() + 1);
        kept.codePoints()
                .map(point -> steers(point) ? point == '\n' || point == '\t' || point == '\r' ? ' ' : '\uFFFD' : point)
                .forEach(clean::appendCodePoint);
        return cut ? clean.append('…').toString() : clean.toString();
    }

    private static boolean steers(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
