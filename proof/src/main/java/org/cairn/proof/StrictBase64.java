package org.cairn.proof;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Base 64 with exactly one spelling for each run of bytes: the standard alphabet with padding (RFC 4648
/// section 4) and zero trailing bits (section 3.5). The JDK's decoder alone accepts several spellings.
public final class StrictBase64 {
    private StrictBase64() {}

    public static String encode(Bytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /// Empty where `text` is not the one spelling.
    public static Optional<Bytes> decode(String text) {
        try {
            byte[] decoded = Base64.getDecoder().decode(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(decoded).equals(text)
                    ? Optional.of(Bytes.owning(decoded))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
