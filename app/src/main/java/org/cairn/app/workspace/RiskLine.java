package org.cairn.app.workspace;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.RiskId;

/// One risk acceptance for a person.
/// @param reason    in plain words; empty once erased
/// @param owner     who bears it; empty once erased
/// @param until     the last day that is covered (UTC)
/// @param entry     that accepted it
/// @param approvers names of those who signed
/// @param ended     the entry that ended it before its day
public record RiskLine(
        RiskId id,
        List<Subject> subjects,
        Optional<String> reason,
        Optional<String> owner,
        LocalDate until,
        long entry,
        List<String> approvers,
        Optional<Long> ended,
        State state) {
    public enum State {
        ACTIVE,
        LAPSED,
        ENDED
    }

    public RiskLine {
        subjects = List.copyOf(subjects);
        approvers = List.copyOf(approvers);
    }
}
