package org.cairn.app.workspace;

import java.time.LocalDate;
import java.util.List;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.RegisterEvent.Rating;
import org.cairn.checklist.event.RegisterEvent.Treatment;
import org.cairn.evidence.EvidenceId;

/// What somebody says of a risk.
/// @param title    what could happen; stored encrypted
/// @param subjects rows whose controls treat it, or on which it weighs
/// @param inherent before treatment
/// @param residual after it
/// @param owner    who answers for it; stored encrypted
/// @param review   the day on which it is looked at again (UTC)
/// @param reason   why it is rated and treated so; stored encrypted
public record RiskAssessment(
        String title,
        List<Subject> subjects,
        List<EvidenceId> evidence,
        Rating inherent,
        Treatment treatment,
        Rating residual,
        String owner,
        LocalDate review,
        String reason) {
    public RiskAssessment {
        subjects = List.copyOf(subjects);
        evidence = List.copyOf(evidence);
    }
}
