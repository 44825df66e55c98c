package org.cairn.checklist.posture;

import java.time.Instant;
import org.cairn.evidence.EvidenceId;

/// How far a piece of attached evidence counts on one day.
public sealed interface EvidenceForce {
    record Counts() implements EvidenceForce {}

    /// The period it was handed in for is over.
    record Ended(Instant at) implements EvidenceForce {}

    /// A revision has taken its place.
    record Superseded(EvidenceId by, Instant since) implements EvidenceForce {}

    default boolean counts() {
        return this instanceof Counts;
    }
}
