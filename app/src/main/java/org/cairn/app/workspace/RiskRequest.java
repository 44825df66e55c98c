package org.cairn.app.workspace;

import java.time.LocalDate;
import java.util.List;
import org.cairn.checklist.Subject;

/// A finding that is to be borne for a time.
/// @param reason why; stored encrypted
/// @param owner  who bears it; stored encrypted
/// @param until  the last day that is covered (UTC)
public record RiskRequest(List<Subject> subjects, String reason, String owner, LocalDate until) {
    public RiskRequest {
        subjects = List.copyOf(subjects);
    }
}
