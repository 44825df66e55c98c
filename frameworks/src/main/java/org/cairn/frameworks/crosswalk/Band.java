package org.cairn.frameworks.crosswalk;

/// What the strongest row on a requirement amounts to. The limits are those of a mapping's strength.
public enum Band {
    /// 9 and 10: essentially the measure that is asked.
    ESSENTIAL(9),
    /// 6 to 8: a main part of it.
    MAIN(6),
    /// 3 to 5: one of several measures.
    PART(3),
    /// 1 and 2: touches it.
    TOUCHED(1),
    /// No control reaches it.
    UNREACHED(0);

    private final int from;

    Band(int from) {
        this.from = from;
    }

    public static Band of(int strength) {
        for (Band band : values()) {
            if (strength >= band.from) {
                return band;
            }
        }
        throw new IllegalArgumentException("strength " + strength);
    }
}
