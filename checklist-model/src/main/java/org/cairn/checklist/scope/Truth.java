package org.cairn.checklist.scope;

import java.util.Collection;

/// Kleene's strong three-valued logic (Introduction to Metamathematics, section 64). Learning more never turns what was
/// told into its opposite: every operation is monotone in what is known.
public enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    public Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /// False if any is false, else unknown if any is unknown, else true.
    public static Truth all(Collection<Truth> parts) {
        return parts.contains(FALSE) ? FALSE : parts.contains(UNKNOWN) ? UNKNOWN : TRUE;
    }

    /// True if any is true, else unknown if any is unknown, else false.
    public static Truth any(Collection<Truth> parts) {
        return parts.contains(TRUE) ? TRUE : parts.contains(UNKNOWN) ? UNKNOWN : FALSE;
    }
}
