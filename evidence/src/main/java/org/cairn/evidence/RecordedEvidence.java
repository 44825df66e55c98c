package org.cairn.evidence;

import java.time.Instant;

/// Evidence that the ledger holds.
/// @param entry      index of the ledger entry that records it
/// @param recordedAt what the clock claimed when it was recorded (UTC); the order is `entry`
/// @param manifest   where its encrypted manifest lies
public record RecordedEvidence(EvidenceId id, long entry, Instant recordedAt, PayloadRef manifest, Evidence evidence) {
    public RecordedEvidence {
        if (entry < 0) {
            throw new IllegalArgumentException("entry " + entry);
        }
    }

    /// When the host was so, as far as it can be believed: a host whose clock runs ahead was not seen later than it was
    /// recorded.
    public Instant observedAt() {
        return evidence.observedAt().isAfter(recordedAt) ? recordedAt : evidence.observedAt();
    }
}
