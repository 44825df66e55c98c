package org.cairn.reports.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.RegisterEvent.Rating;
import org.cairn.checklist.event.RegisterEvent.Treatment;
import org.cairn.evidence.EvidenceId;

/// One risk of the register, as it was assessed last in the state that the pack shows.
/// @param id         in hexadecimal
/// @param title      what could happen; empty once erased, as owner and reason
/// @param subjects   rows whose controls treat it, or on which it weighs
/// @param inherent   before treatment
/// @param residual   what is left after it
/// @param review     the day on which it is looked at again (UTC)
/// @param assessment the newest one
/// @param borne      how far two people bear what is left
/// @param acceptance by which they do, or did
/// @param closed     the entry that closed it
public record RegisterRow(
        String id,
        String title,
        List<Subject> subjects,
        List<EvidenceId> evidence,
        Rating inherent,
        Treatment treatment,
        Rating residual,
        String owner,
        LocalDate review,
        String reason,
        Assessment assessment,
        Borne borne,
        Optional<Acceptance> acceptance,
        Optional<Long> closed) {
    private static final int SHORT = 8;

    /// @param by    who signed it
    /// @param times how often the risk was assessed
    public record Assessment(long entry, String by, int times) {}

    /// @param until the last day that is covered (UTC)
    public record Acceptance(long entry, LocalDate until) {}

    public enum Borne {
        /// Nobody proposed to bear it.
        NOT_ASKED,
        /// One person signed.
        NOT_APPROVED,
        ACCEPTED,
        LAPSED,
        ENDED
    }

    public RegisterRow {
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

    /// The beginning of the id, as people say it.
    public String shortId() {
        return id.substring(0, Math.min(SHORT, id.length()));
    }
}
