package org.cairn.checklist.event;

import java.time.Instant;
import java.util.Optional;

/// An event about to be recorded: all but what the ledger adds, its entry and who signed it.
/// @param recordedAt what the clock claims (UTC)
/// @param validFrom  start of the period the event is about
/// @param validTo    end of that period, exclusive; empty while open
public record EventDraft<E extends Event>(Instant recordedAt, Instant validFrom, Optional<Instant> validTo, E event) {
    public EventDraft {
        if (validTo.isPresent() && !validTo.get().isAfter(validFrom)) {
            throw new IllegalArgumentException("valid from " + validFrom + " to " + validTo.get());
        }
    }

    /// Valid from now on.
    public static <E extends Event> EventDraft<E> now(Instant now, E event) {
        return new EventDraft<>(now, now, Optional.empty(), event);
    }

    /// Valid from `validFrom` on.
    public static <E extends Event> EventDraft<E> since(Instant validFrom, Instant now, E event) {
        return new EventDraft<>(now, validFrom, Optional.empty(), event);
    }
}
