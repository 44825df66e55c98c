package org.cairn.checklist.event;

import java.time.Instant;
import java.util.Optional;
import org.cairn.proof.KeyId;

/// An event as the ledger holds it.
/// @param entry      index in the ledger: the only order that counts
/// @param recordedAt what the clock claimed (UTC)
/// @param validFrom  start of the period the event is about
/// @param validTo    end of that period, exclusive; empty while open
/// @param actor      the key that signed it
public record Recorded<E extends Event>(
        long entry, Instant recordedAt, Instant validFrom, Optional<Instant> validTo, KeyId actor, E event) {}
