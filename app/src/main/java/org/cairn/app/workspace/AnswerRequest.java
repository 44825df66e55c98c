package org.cairn.app.workspace;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Maturity;
import org.cairn.checklist.Subject;
import org.cairn.evidence.EvidenceId;

/// What a person answers about one subject. Replaces the person's earlier answer, which stays in the ledger.
/// @param note        the reason or remark; stored encrypted
/// @param owner       who is responsible; stored encrypted
/// @param appliesFrom from when the subject applies, for `NOT_YET_APPLICABLE`
/// @param evidence    recorded evidence the person rests on
/// @param validFrom   since when the answer holds; empty means now
public record AnswerRequest(
        Subject subject,
        AnswerStatus status,
        Optional<String> note,
        Optional<Maturity> maturity,
        Optional<String> owner,
        Optional<LocalDate> due,
        Optional<LocalDate> appliesFrom,
        List<EvidenceId> evidence,
        Optional<Instant> validFrom) {
    public AnswerRequest {
        evidence = List.copyOf(evidence);
    }

    public static AnswerRequest of(Subject subject, AnswerStatus status) {
        return new AnswerRequest(
                subject,
                status,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    public AnswerRequest withStatus(AnswerStatus other) {
        return new AnswerRequest(subject, other, note, maturity, owner, due, appliesFrom, evidence, validFrom);
    }

    public AnswerRequest withNote(String text) {
        return new AnswerRequest(
                subject, status, Optional.of(text), maturity, owner, due, appliesFrom, evidence, validFrom);
    }

    public AnswerRequest withMaturity(Maturity value) {
        return new AnswerRequest(
                subject, status, note, Optional.of(value), owner, due, appliesFrom, evidence, validFrom);
    }

    public AnswerRequest withOwner(String name) {
        return new AnswerRequest(
                subject, status, note, maturity, Optional.of(name), due, appliesFrom, evidence, validFrom);
    }

    public AnswerRequest withDue(LocalDate date) {
        return new AnswerRequest(
                subject, status, note, maturity, owner, Optional.of(date), appliesFrom, evidence, validFrom);
    }

    public AnswerRequest withAppliesFrom(LocalDate date) {
        return new AnswerRequest(subject, status, note, maturity, owner, due, Optional.of(date), evidence, validFrom);
    }

    public AnswerRequest withEvidence(List<EvidenceId> ids) {
        return new AnswerRequest(subject, status, note, maturity, owner, due, appliesFrom, ids, validFrom);
    }

    public AnswerRequest withValidFrom(Instant instant) {
        return new AnswerRequest(
                subject, status, note, maturity, owner, due, appliesFrom, evidence, Optional.of(instant));
    }
}
