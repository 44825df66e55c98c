package org.cairn.frameworks.own;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.cairn.proof.Bytes;

/// UTF-8 (RFC 3629) without repair, so that a wrong byte can be named.
public final class Utf8 {
    private Utf8() {}

    /// The offset of the first byte that belongs to no character; empty if there is none.
    public static OptionalInt firstMalformed(Bytes content) {
        ByteBuffer bytes = content.asByteBuffer();
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer window = CharBuffer.allocate(8192);
        while (true) {
            var result = decoder.decode(bytes, window, true);
            if (result.isError()) {
                return OptionalInt.of(bytes.position());
            }
            if (result.isUnderflow()) {
                return OptionalInt.empty();
            }
            window.clear();
        }
    }
}
