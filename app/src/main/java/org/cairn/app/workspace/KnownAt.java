package org.cairn.app.workspace;

import java.time.Instant;

/// How much of the ledger an answer may rest on. Always its first entries up to some point: the order of entries is the
/// only time that nobody can set.
public sealed interface KnownAt {
    /// All that is recorded.
    record Now() implements KnownAt {}

    /// What was recorded by an instant, as the clocks claimed: all before the first entry that claims a later time.
    /// So what is recorded later never changes the answer, even where a clock was set back. Where a clock once ran
    /// ahead, what followed counts from the time it had claimed.
    record At(Instant time) implements KnownAt {}

    /// What was recorded up to and including an entry.
    record Through(long entry) implements KnownAt {
        public Through {
            if (entry < 0) {
                throw new IllegalArgumentException("entry " + entry);
            }
        }
    }
}
