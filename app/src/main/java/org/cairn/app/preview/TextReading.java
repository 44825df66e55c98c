package org.cairn.app.preview;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.cairn.proof.Bytes;

/// Text of an unknown encoding: a byte order mark decides (Unicode 16.0 section 23.8), else UTF-8 where it is valid,
/// else one byte for each character.
final class TextReading {
    static final int MOST_BYTES = 512 << 10;
    private static final int MOST_LINES = 5_000;
    private static final int LONGEST_LINE = 4_000;

    private TextReading() {}

    /// No zero bytes but in UTF-16, and few control characters.
    static boolean isText(Bytes content) {
        byte[] bytes = beginning(content);
        if (bytes.length == 0) {
            return false;
        }
        String text = decoded(bytes).content();
        long controls = text.chars()
                .filter(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t' && c != '\f')
                .count();
        return controls * 100 <= text.length() && text.indexOf('\0') < 0;
    }

    static Preview.Text read(Bytes content) {
        Preview.Text whole = decoded(beginning(content));
        StringBuilder shown = new StringBuilder();
        boolean cut = content.size() > MOST_BYTES;
        int lines = 0;
        for (String line : whole.content().split("\\R", -1)) {
            if (lines++ == MOST_LINES) {
                cut = true;
                break;
            }
            cut |= line.length() > LONGEST_LINE;
            shown.append(harmless(line.substring(0, Math.min(line.length(), LONGEST_LINE))))
                    .append('\n');
        }
        return new Preview.Text(shown.toString(), whole.encoding(), cut);
    }

    /// What would turn a line's direction or hide in it is made visible.
    private static String harmless(String line) {
        StringBuilder safe = new StringBuilder(line.length());
        line.codePoints()
                .map(point ->
                        point != '\t' && (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT)
                                ? 0xFFFD
                                : point)
                .forEach(safe::appendCodePoint);
        return safe.toString();
    }

    private static byte[] beginning(Bytes content) {
        return content.slice(0, Math.min(content.size(), MOST_BYTES)).toByteArray();
    }

    private static Preview.Text decoded(byte[] bytes) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return text(bytes, 3, StandardCharsets.UTF_8);
        }
        if (begins(bytes, 0xFF, 0xFE)) {
            return text(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (begins(bytes, 0xFE, 0xFF)) {
            return text(bytes, 2, StandardCharsets.UTF_16BE);
        }
        return isUtf8(bytes) ? text(bytes, 0, StandardCharsets.UTF_8) : text(bytes, 0, Charset.forName("windows-1252"));
    }

    /// A character that the limit cut in two is no fault.
    private static boolean isUtf8(byte[] bytes) {
        int spare = bytes.length == MOST_BYTES ? 3 : 0;
        for (int less = 0; less <= spare; less++) {
            if (decodes(ByteBuffer.wrap(bytes, 0, bytes.length - less))) {
                return true;
            }
        }
        return false;
    }

    private static boolean decodes(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(bytes);
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    private static boolean begins(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Preview.Text text(byte[] bytes, int from, Charset charset) {
        return new Preview.Text(new String(bytes, from, bytes.length - from, charset), charset.displayName(), false);
    }
}
