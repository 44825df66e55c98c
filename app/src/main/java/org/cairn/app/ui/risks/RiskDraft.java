package org.cairn.app.ui.risks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.app.workspace.RegisteredRisk;
import org.cairn.app.workspace.RiskAssessment;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.RegisterEvent.Rating;
import org.cairn.checklist.event.RegisterEvent.Treatment;
import org.cairn.checklist.event.RiskId;
import org.cairn.evidence.EvidenceId;

/// What is typed about a risk and not recorded yet.
/// @param risk  the one that is judged anew; empty for a new one
/// @param rows  as typed, with commas between
/// @param pieces the evidence it rests on
record RiskDraft(
        Optional<RiskId> risk,
        String title,
        String rows,
        List<EvidenceId> pieces,
        Rating inherent,
        Treatment treatment,
        Rating residual,
        String owner,
        Optional<LocalDate> review,
        String reason) {
    private static final Rating MIDDLE = new Rating(3, 3);
    static final RiskDraft EMPTY = new RiskDraft(
            Optional.empty(), "", "", List.of(), MIDDLE, Treatment.MODIFY, MIDDLE, "", Optional.empty(), "");

    RiskDraft {
        pieces = List.copyOf(pieces);
    }

    static RiskDraft of(RegisteredRisk risk) {
        return new RiskDraft(
                Optional.of(risk.id()),
                risk.title().orElse(""),
                risk.subjects().stream().map(Subject::text).collect(Collectors.joining(", ")),
                risk.evidence(),
                risk.inherent(),
                risk.treatment(),
                risk.residual(),
                risk.owner().orElse(""),
                Optional.of(risk.review()),
                risk.reason().orElse(""));
    }

    boolean grows() {
        return residual.score() > inherent.score();
    }

    /// @throws IllegalArgumentException where a row has no form that a row has
    RiskAssessment assessment(LocalDate day) {
        List<Subject> subjects = Stream.of(rows.split(",", -1))
                .map(String::strip)
                .filter(row -> !row.isEmpty())
                .map(Subject::parse)
                .distinct()
                .toList();
        return new RiskAssessment(title, subjects, pieces, inherent, treatment, residual, owner, day, reason);
    }
}
