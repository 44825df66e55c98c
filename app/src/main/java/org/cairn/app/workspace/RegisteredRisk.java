package org.cairn.app.workspace;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.RegisterEvent.Rating;
import org.cairn.checklist.event.RegisterEvent.Treatment;
import org.cairn.checklist.event.RiskId;
import org.cairn.evidence.EvidenceId;

/// One risk of the register, as it was assessed last.
/// @param title      empty once erased, as owner and reason
/// @param entry      of the newest assessment
/// @param assessedBy who signed it
/// @param times      how often it was assessed
/// @param bearing    how far two people bear what is left
/// @param acceptance the acceptance that it names, where two people signed it
/// @param closed     the entry that closed it
public record RegisteredRisk(
        RiskId id,
        Optional<String> title,
        List<Subject> subjects,
        List<EvidenceId> evidence,
        Rating inherent,
        Treatment treatment,
        Rating residual,
        Optional<String> owner,
        LocalDate review,
        Optional<String> reason,
        long entry,
        String assessedBy,
        int times,
        Bearing bearing,
        Optional<RiskLine> acceptance,
        Optional<Long> closed) {
    public enum Bearing {
        /// Nobody proposed to bear it.
        NOT_ASKED,
        /// One person signed, or the proposal was withdrawn.
        NOT_APPROVED,
        ACCEPTED,
        LAPSED,
        ENDED
    }

    public RegisteredRisk {
        subjects = List.copyOf(subjects);
        evidence = List.copyOf(evidence);
    }

    public boolean open() {
        return closed.isEmpty();
    }

    /// Whether the day of its review is over.
    public boolean overdue(LocalDate today) {
        return open() && review.isBefore(today);
    }
}
