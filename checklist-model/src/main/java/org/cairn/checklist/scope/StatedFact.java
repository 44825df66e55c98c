package org.cairn.checklist.scope;

import java.time.Instant;
import java.util.Optional;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.SystemId;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.KeyId;

/// A fact of scope, and the entry that says so.
/// @param system    of which it was said; empty of the organisation
/// @param entry     the entry that says so
/// @param actor     whose key signed it
/// @param validFrom from when it is so
/// @param reason    why, where the entry says
public record StatedFact(
        ScopeFact fact,
        String answer,
        Optional<SystemId> system,
        Source source,
        long entry,
        KeyId actor,
        Instant validFrom,
        Optional<PayloadRef> reason) {
    /// What sort of entry says so.
    public enum Source {
        /// A fact was stated.
        STATED,
        /// The scope question of a framework was answered.
        ANSWERED,
        /// The roles of the scope name it.
        ROLE,
        /// The roles of the scope say that there is none other.
        NO_OTHER_ROLE
    }
}
