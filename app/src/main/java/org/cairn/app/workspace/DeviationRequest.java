package org.cairn.app.workspace;

import java.time.LocalDate;
import java.util.Optional;
import org.cairn.causality.policy.DeviationKind;
import org.cairn.checklist.event.DeviationEvent.DeviationAccepted.As;

/// A deviation that is to be accepted for a time.
/// @param what     in the words of the evidence, exactly
/// @param evidence the entry of the evidence that holds it; empty: the newest that does
/// @param until    the last day that is covered (UTC)
/// @param reason   why; stored encrypted
/// @param longer   why for more than a year; stored encrypted
public record DeviationRequest(
        String system,
        DeviationKind kind,
        String what,
        As as,
        Optional<Long> evidence,
        LocalDate until,
        String reason,
        Optional<String> longer) {}
