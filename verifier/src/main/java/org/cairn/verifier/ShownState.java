package org.cairn.verifier;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/// Which state a pack says it shows.
/// @param validAt what it is about
/// @param knownAt when that was known
/// @param entries how many of the ledger's first entries count
public record ShownState(Instant validAt, Instant knownAt, KnownBy knownBy, long entries) {
    /// How it was said what counts.
    public enum KnownBy {
        EVERYTHING,
        TIME,
        ENTRY;

        /// As manifest.json writes it.
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static KnownBy parse(String code) {
            return Arrays.stream(values())
                    .filter(by -> by.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("knownBy is not everything, time or entry"));
        }
    }

    /// In words, for an intact pack.
    /// @param size entries under the checkpoint
    public String words(long size) {
        return validAt + ", as known at " + knownAt + ": the first " + entries + " of " + size
                + " entries count; no later answer or evidence is in the pack";
    }
}
