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
/// @param importedFrom where another log recorded it, if it came with a bundle; `entry` and `recordedAt` then say when
///                     this ledger learned of it
public record Recorded<E extends Event>(
        long entry,
        Instant recordedAt,
        Instant validFrom,
        Optional<Instant> validTo,
        KeyId actor,
        E event,
        Optional<EntryPlace> importedFrom) {
    /// Recorded by this ledger itself.
    public Recorded(
            long entry, Instant recordedAt, Instant validFrom, Optional<Instant> validTo, KeyId actor, E event) {
        this(entry, recordedAt, validFrom, validTo, actor, event, Optional.empty());
    }

    /// This, if its event is of `kind`.
    public <T extends Event> Optional<Recorded<T>> as(Class<T> kind) {
        return kind.isInstance(event)
                ? Optional.of(
                        new Recorded<>(entry, recordedAt, validFrom, validTo, actor, kind.cast(event), importedFrom))
                : Optional.empty();
    }

    /// The same fact as another log's, learned at `entry` and `recordedAt` of this ledger.
    public Recorded<E> learned(EntryPlace place, long entry, Instant recordedAt) {
        return new Recorded<>(entry, recordedAt, validFrom, validTo, actor, event, Optional.of(place));
    }

    /// Whether the event is about the instant `at`.
    public boolean validAt(Instant at) {
        return !validFrom.isAfter(at) && (validTo.isEmpty() || validTo.get().isAfter(at));
    }
}
