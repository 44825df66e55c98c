package org.cairn.ledger.replay;

import java.time.Instant;
import java.util.Optional;

/// What the index keeps of an entry.
/// @param recordedAt what the clock claimed
/// @param validFrom  start of the period the entry is about
/// @param validTo    its end, exclusive
public record EntryHeader(
        String kind,
        int version,
        Optional<String> subject,
        Instant recordedAt,
        Instant validFrom,
        Optional<Instant> validTo) {}
