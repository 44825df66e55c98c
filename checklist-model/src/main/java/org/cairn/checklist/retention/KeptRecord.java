package org.cairn.checklist.retention;

import java.time.Instant;
import java.util.Optional;
import org.cairn.evidence.CollectorId;

/// What a period of retention needs to know of a record.
/// @param collector that recorded it; empty for an answer
/// @param created   when it was recorded
/// @param endedAt   when it was last in effect; empty while it still is
public record KeptRecord(
        RecordKind kind, Optional<CollectorId> collector, Instant created, Optional<Instant> endedAt) {}
