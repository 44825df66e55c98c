package org.cairn.checklist.deadline;

import java.util.regex.Pattern;
import org.cairn.proof.Bytes;

/// One clock that somebody started: eight random bytes.
/// @param hex 16 lower-case hexadecimal digits
public record DeadlineId(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{16}");

    public DeadlineId {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("not the 16 lower-case hexadecimal digits of a deadline: " + hex);
        }
    }

    /// @param random 8 fresh random bytes
    public static DeadlineId ofRandom(Bytes random) {
        return new DeadlineId(random.hex());
    }

    @Override
    public String toString() {
        return hex;
    }
}
