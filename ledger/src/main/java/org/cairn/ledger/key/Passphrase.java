package org.cairn.ledger.key;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/// What a person types to open the keys; wiped when closed. Letters with accents count the same however the
/// keyboard composes them (Unicode normalization form C, as RFC 8265 section 4.2 asks).
public final class Passphrase implements AutoCloseable {
    /// RFC 3629 section 3, for one `char`.
    private static final int MAX_UTF8_BYTES = 3;

    private final char[] characters;

    private Passphrase(char[] characters) {
        this.characters = characters;
    }

    /// Copies `characters`; the caller wipes its own.
    /// @throws IllegalArgumentException where it is empty
    public static Passphrase of(char[] characters) {
        if (characters.length == 0) {
            throw new IllegalArgumentException("a passphrase must not be empty");
        }
        return new Passphrase(characters.clone());
    }

    public int length() {
        return characters.length;
    }

    /// As text, for what is not a passphrase but was asked for like one; it cannot be wiped.
    public String text() {
        return new String(characters);
    }

    /// A fresh copy; the caller wipes it.
    char[] toCharacters() {
        return characters.clone();
    }

    /// Fresh UTF-8 bytes; the caller wipes them.
    byte[] toUtf8() {
        CharBuffer typed = CharBuffer.wrap(characters);
        CharBuffer text = Normalizer.isNormalized(typed, Normalizer.Form.NFC)
                ? typed
                : CharBuffer.wrap(Normalizer.normalize(typed, Normalizer.Form.NFC));
        byte[] room = new byte[text.remaining() * MAX_UTF8_BYTES];
        ByteBuffer encoded = ByteBuffer.wrap(room);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(text, encoded, true);
        byte[] bytes = Arrays.copyOf(room, encoded.position());
        Arrays.fill(room, (byte) 0);
        return bytes;
    }

    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }
}
