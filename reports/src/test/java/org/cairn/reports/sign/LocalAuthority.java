package org.cairn.reports.sign;

import java.time.Instant;
import java.time.InstantSource;
import org.cairn.ledger.key.DocumentKey;

/// A time-stamp authority in this process.
public final class LocalAuthority {
    private LocalAuthority() {}

    public static TimeStamping of(DocumentKey key, Instant at) {
        return new TimeStamping(new OwnTimeStamps(key, InstantSource.fixed(at)), key.root());
    }
}
