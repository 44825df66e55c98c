package org.cairn.causality.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Text the kernel wrote as hexadecimal bytes.
final class HexText {
    private HexText() {}

    /// Upper-case digits in pairs, as kernel/audit.c writes them (hex_byte_pack_upper).
    static boolean isHex(String value) {
        if (value.length() % 2 != 0 || value.isEmpty()) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'A' && c <= 'F')) {
                return false;
            }
        }
        return true;
    }

    /// The bytes as UTF-8; where they are none, each byte outside printable ASCII as `\xNN`, so that different names
    /// stay different.
    static String decode(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            return escaped(bytes);
        }
    }

    private static String escaped(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            if (b >= 0x20 && b < 0x7f) {
                text.append((char) b);
            } else {
                text.append("\\x").append(HexFormat.of().toHexDigits(b));
            }
        }
        return text.toString();
    }
}
