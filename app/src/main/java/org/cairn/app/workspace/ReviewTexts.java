package org.cairn.app.workspace;

import java.util.List;
import java.util.stream.Collectors;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.DeviationEvent;
import org.cairn.checklist.event.IdentityEvent;
import org.cairn.checklist.event.RegisterEvent;
import org.cairn.checklist.event.ReviewEvent;

/// What an event about people and their decisions says, in one line.
final class ReviewTexts {
    private ReviewTexts() {}

    static Saying saying(IdentityEvent event) {
        return switch (event) {
            case IdentityEvent.KeyRotated rotated ->
                Saying.of(
                        "key-rotated",
                        LogTexts.shortened(rotated.oldKey().hex()),
                        LogTexts.shortened(rotated.newKey().hex()));
            case IdentityEvent.IdentityRevoked revoked ->
                Saying.of(
                        "identity-revoked",
                        LogTexts.shortened(revoked.key().hex()),
                        Saying.word("revoked", revoked.reason()));
            case IdentityEvent.RoleGranted granted ->
                Saying.of("role-granted", granted.holder().shortForm(), Saying.word("role", granted.role()));
            case IdentityEvent.RoleWithdrawn withdrawn ->
                Saying.of("role-withdrawn", withdrawn.holder().shortForm(), Saying.word("role", withdrawn.role()));
            case IdentityEvent.RecoveryKeyEnrolled recovery ->
                Saying.of(
                        "recovery-key-enrolled",
                        LogTexts.shortened(recovery.key().hex()));
            case IdentityEvent.AdministratorReestablished back ->
                Saying.of(
                        "administrator-reestablished",
                        back.holder().shortForm(),
                        LogTexts.shortened(back.key().hex()));
        };
    }

    static Saying saying(ReviewEvent event) {
        return switch (event) {
            case ReviewEvent.AnswerSubmitted submitted ->
                Saying.of(
                        "answer-submitted",
                        submitted.subject().text(),
                        submitted.answer().entry());
            case ReviewEvent.AnswerReviewed reviewed ->
                Saying.of(
                        "answer-reviewed",
                        reviewed.subject().text(),
                        reviewed.answer().entry(),
                        Saying.word("decision", reviewed.decision()));
            case ReviewEvent.AnswerWithdrawn withdrawn ->
                Saying.of(
                        "answer-withdrawn",
                        withdrawn.subject().text(),
                        withdrawn.answer().entry());
            case ReviewEvent.ProposalRejected rejected -> {
                String proposal = LogTexts.shortened(rejected.proposal().hex());
                yield rejected.subjects().isEmpty()
                        ? Saying.of("proposal-rejected", rejected.proposed(), proposal)
                        : Saying.of(
                                "proposal-rejected.subjects",
                                rejected.proposed(),
                                proposal,
                                subjects(rejected.subjects()));
            }
            case ReviewEvent.RiskAccepted risk ->
                Saying.of("risk-accepted", risk.id(), subjects(risk.subjects()), risk.until());
            case ReviewEvent.RiskAcceptanceEnded ended -> Saying.of("risk-acceptance-ended", ended.id());
            case ReviewEvent.BaselineApproved baseline ->
                Saying.of(
                        "baseline-approved",
                        baseline.system(),
                        LogTexts.shortened(baseline.policy().hex()));
        };
    }

    private static String subjects(List<Subject> subjects) {
        return subjects.stream().map(Subject::text).collect(Collectors.joining(", "));
    }

    static Saying saying(RegisterEvent event) {
        return switch (event) {
            case RegisterEvent.RiskAssessed risk ->
                Saying.of(
                        "risk-assessed",
                        risk.id(),
                        risk.inherent().score(),
                        risk.residual().score(),
                        Saying.word("treatment", risk.treatment()),
                        risk.review());
            case RegisterEvent.RiskClosed closed -> Saying.of("risk-closed", closed.id());
        };
    }

    static Saying saying(DeviationEvent event) {
        return switch (event) {
            case DeviationEvent.DeviationAccepted accepted ->
                Saying.of(
                        "deviation-accepted",
                        accepted.system(),
                        accepted.deviation(),
                        Saying.word("as", accepted.as()),
                        accepted.until(),
                        accepted.id(),
                        accepted.evidence().shortForm());
            case DeviationEvent.DeviationAcceptanceEnded ended -> Saying.of("deviation-acceptance-ended", ended.id());
        };
    }
}
