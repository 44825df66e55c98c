package org.cairn.proof;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// UTF-8 (RFC 3629) without repair: malformed bytes are refused instead of replaced.
final class StrictUtf8 {
    /// What the JDK's lenient decoder puts in the place of malformed bytes (`String(byte[], Charset)`). Where
    /// none is, there were none; where one is, it may be the document's own.
    private static final char REPLACEMENT = '\uFFFD';

    private StrictUtf8() {}

    static Optional<String> decode(Bytes bytes) {
        String text = bytes.asUtf8();
        if (text.indexOf(REPLACEMENT) < 0) {
            return Optional.of(text);
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(bytes.asByteBuffer())
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /// Whether `text` holds a surrogate without its partner, which UTF-8 cannot write.
    static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean paired = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!paired) {
                    return true;
                }
                i += 1;
            }
        }
        return false;
    }
}
