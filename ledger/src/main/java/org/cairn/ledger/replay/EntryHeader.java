package org.cairn.ledger.replay;

import java.time.Instant;
import java.util.Optional;
import org.cairn.proof.Digest;

/// What the index keeps of an entry.
/// @param subject    what it is about, e.g. a control; of observations, the collector that made them
/// @param reference  the hash it names, e.g. of evidence
/// @param recordedAt what the clock claimed
/// @param validFrom  start of the period the entry is about
/// @param validTo    its end, exclusive
public record EntryHeader(
        String kind,
        int version,
        Optional<String> subject,
        Optional<Digest> reference,
        Instant recordedAt,
        Instant validFrom,
        Optional<Instant> validTo) {}
