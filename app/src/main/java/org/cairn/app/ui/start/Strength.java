package org.cairn.app.ui.start;

/// How well a passphrase would hold, in words. Length decides: NIST SP 800-63B-4 section 3.1.1.2 asks for at least 15
/// characters where it is the only factor, and for no rules on composition.
public enum Strength {
    EMPTY,
    TOO_SHORT,
    REPETITIVE,
    ACCEPTABLE,
    GOOD,
    STRONG;

    private static final int SHORTEST = 12;
    private static final int ENOUGH = 15;
    private static final int LONG = 24;
    private static final int FEWEST_DIFFERENT = 6;

    public static Strength of(String passphrase) {
        int length = passphrase.codePointCount(0, passphrase.length());
        if (length == 0) {
            return EMPTY;
        }
        if (length < SHORTEST) {
            return TOO_SHORT;
        }
        if (passphrase.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            return REPETITIVE;
        }
        if (length < ENOUGH) {
            return ACCEPTABLE;
        }
        return length < LONG ? GOOD : STRONG;
    }

    public boolean allowed() {
        return switch (this) {
            case EMPTY, TOO_SHORT, REPETITIVE -> false;
            case ACCEPTABLE, GOOD, STRONG -> true;
        };
    }
}
