package org.cairn.reports.pack;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.Subject;

/// A risk that somebody accepted for a time. It covers what was found and never turns it into a pass.
/// @param id        of the acceptance, in hexadecimal
/// @param reason    in plain words; empty once erased
/// @param owner     who bears it; empty once erased
/// @param until     the last day that is covered (UTC)
/// @param entry     that accepted it
/// @param at        when, by the clock of that entry
/// @param approvers names of those who signed
/// @param ended     the entry that ended it before its day
/// @param standing  on the day that the pack shows
public record AcceptedRisk(
        String id,
        List<Subject> subjects,
        String reason,
        String owner,
        LocalDate until,
        long entry,
        Instant at,
        List<String> approvers,
        Optional<Long> ended,
        Standing standing) {
    public enum Standing {
        ACTIVE,
        LAPSED,
        ENDED
    }

    public AcceptedRisk {
        subjects = List.copyOf(subjects);
        approvers = List.copyOf(approvers);
    }
}
