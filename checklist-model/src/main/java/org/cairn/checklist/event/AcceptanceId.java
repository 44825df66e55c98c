package org.cairn.checklist.event;

import java.util.regex.Pattern;
import org.cairn.proof.Bytes;

/// One acceptance of a deviation: eight random bytes.
/// @param hex 16 lower-case hexadecimal digits
public record AcceptanceId(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");

    public AcceptanceId {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("not the 16 lower-case hexadecimal digits of an acceptance: " + hex);
        }
    }

    /// @param random 8 fresh random bytes
    public static AcceptanceId ofRandom(Bytes random) {
        return new AcceptanceId(random.hex());
    }

    @Override
    public String toString() {
        return hex;
    }
}
