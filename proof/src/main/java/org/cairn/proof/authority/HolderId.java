package org.cairn.proof.authority;

import java.util.regex.Pattern;
import org.cairn.proof.Bytes;
import org.cairn.proof.KeyId;

/// A person or a machine that holds keys, by pseudonym: 16 random bytes. A key that was enrolled without a holder
/// stands
/// for its own, by its 32-byte id.
/// @param hex 32 or 64 lower-case hexadecimal digits
public record HolderId(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}|[0-9a-f]{64}");
    private static final int RANDOM_SIZE_BYTES = 16;
    private static final int SHORT_DIGITS = 12;

    public HolderId {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("not the 32 or 64 lower-case hexadecimal digits of a holder: " + hex);
        }
    }

    /// @param random 16 fresh random bytes
    public static HolderId ofRandom(Bytes random) {
        if (random.size() != RANDOM_SIZE_BYTES) {
            throw new IllegalArgumentException("a holder's id has 16 random bytes, not " + random.size());
        }
        return new HolderId(random.hex());
    }

    /// The holder that a key stands for where none was named.
    public static HolderId of(KeyId key) {
        return new HolderId(key.hex());
    }

    /// Enough to tell holders apart on a screen.
    public String shortForm() {
        return hex.substring(0, SHORT_DIGITS);
    }

    @Override
    public String toString() {
        return hex;
    }
}
