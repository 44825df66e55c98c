package org.cairn.checklist.event;

import java.util.regex.Pattern;
import org.cairn.proof.Bytes;

/// One risk acceptance: eight random bytes.
/// @param hex 16 lower-case hexadecimal digits
public record RiskId(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");

    public RiskId {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("not the 16 lower-case hexadecimal digits of a risk: " + hex);
        }
    }

    /// @param random 8 fresh random bytes
    public static RiskId ofRandom(Bytes random) {
        return new RiskId(random.hex());
    }

    @Override
    public String toString() {
        return hex;
    }
}
