package org.cairn.reports.pack;

import java.time.Instant;
import java.util.Locale;

/// Which state a pack shows: what was so at one time, as it was known at another.
/// @param validAt what it is about
/// @param knownAt when that was known: the time asked for, or what the last entry that counts claims
/// @param knownBy how it was said what counts
/// @param entries how many of the ledger's first entries count
public record ShownState(Instant validAt, Instant knownAt, KnownBy knownBy, long entries) {
    public enum KnownBy {
        /// All that was recorded counts.
        EVERYTHING,
        /// What was recorded by `knownAt`, as the clocks claimed.
        TIME,
        /// The entries up to one, whatever the clocks claimed.
        ENTRY;

        /// As manifest.json writes it.
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ShownState {
        if (entries < 1) {
            throw new IllegalArgumentException("a state of no entry");
        }
    }
}
