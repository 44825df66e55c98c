package org.cairn.app.workspace;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.event.DeviationEvent.DeviationAccepted;

/// One acceptance of a deviation, for a person.
/// @param entry     that accepted it
/// @param what      who did what; empty once erased
/// @param reason    in plain words; empty once erased
/// @param longer    why for more than a year; empty where nobody said, or once erased
/// @param until     the last day that is covered (UTC)
/// @param evidence  the entry that holds what was accepted; empty once it is gone
/// @param host      of that evidence
/// @param approvers names of those who signed
/// @param ended     the entry that ended it before its day
public record AcceptedDeviation(
        long entry,
        DeviationAccepted event,
        Optional<String> what,
        Optional<String> reason,
        Optional<String> longer,
        LocalDate until,
        Optional<Long> evidence,
        Optional<String> host,
        List<String> approvers,
        Optional<Long> ended,
        RiskLine.State state) {
    public AcceptedDeviation {
        approvers = List.copyOf(approvers);
    }
}
