package org.cairn.causality.ingest;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Text in which bytes outside printable ASCII, and the percent sign, stand as `%` and two hexadecimal digits.
final class PercentText {
    private PercentText() {}

    static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%' && i + 2 < text.length() && isHex(text, i + 1)) {
                hex.append(text, i + 1, i + 3);
                i += 2;
            } else {
                int end = text.offsetByCodePoints(i, 1);
                hex.append(HexFormat.of().formatHex(text.substring(i, end).getBytes(StandardCharsets.UTF_8)));
                i = end - 1;
            }
        }
        return HexText.decode(hex.toString());
    }

    private static boolean isHex(String text, int at) {
        return Character.digit(text.charAt(at), 16) >= 0 && Character.digit(text.charAt(at + 1), 16) >= 0;
    }
}
