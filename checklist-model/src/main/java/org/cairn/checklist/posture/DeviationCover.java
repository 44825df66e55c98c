package org.cairn.checklist.posture;

import java.time.LocalDate;
import org.cairn.checklist.event.AcceptanceId;
import org.cairn.checklist.event.DeviationEvent.DeviationAccepted.As;
import org.cairn.evidence.EvidenceId;

/// An acceptance that is in force, with what it covers: the same words of the same kind, of one system on one host.
/// @param deviation the kind
/// @param evidence  that holds what was accepted
/// @param until     the last day (UTC)
/// @param entry     that accepted it
public record DeviationCover(
        AcceptanceId id,
        String system,
        String host,
        String deviation,
        String what,
        As as,
        EvidenceId evidence,
        LocalDate until,
        long entry) {}
