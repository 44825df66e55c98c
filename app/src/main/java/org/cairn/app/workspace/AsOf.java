package org.cairn.app.workspace;

import java.time.Instant;
import java.util.Optional;

/// Which state of the workspace is asked for, by the two times that every screen and command knows.
/// @param validAt the instant that is asked about; empty means now
/// @param known   how much of the ledger counts
public record AsOf(Optional<Instant> validAt, KnownAt known) {
    /// The present, from all that is recorded.
    public static AsOf now() {
        return new AsOf(Optional.empty(), new KnownAt.Now());
    }

    /// About now, from what was known.
    public static AsOf ofAll(KnownAt known) {
        return new AsOf(Optional.empty(), known);
    }

    /// What was so at `validAt`, as it was known at `knownAt`.
    public static AsOf at(Instant validAt, Instant knownAt) {
        return new AsOf(Optional.of(validAt), new KnownAt.At(knownAt));
    }

    /// Whether it is the present: nothing that is recorded is left out, and nothing past is asked about.
    public boolean isNow() {
        return validAt.isEmpty() && known instanceof KnownAt.Now;
    }
}
