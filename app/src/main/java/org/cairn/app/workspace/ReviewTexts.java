package org.cairn.app.workspace;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.DeviationEvent;
import org.cairn.checklist.event.IdentityEvent;
import org.cairn.checklist.event.RegisterEvent;
import org.cairn.checklist.event.ReviewEvent;

/// What an event about people and their decisions says, in one line.
final class ReviewTexts {
    private ReviewTexts() {}

    static String summary(IdentityEvent event) {
        return switch (event) {
            case IdentityEvent.KeyRotated rotated ->
                "key " + LogTexts.shortened(rotated.oldKey().hex()) + " replaced by "
                        + LogTexts.shortened(rotated.newKey().hex());
            case IdentityEvent.IdentityRevoked revoked ->
                "key " + LogTexts.shortened(revoked.key().hex()) + " revoked: " + words(revoked.reason());
            case IdentityEvent.RoleGranted granted ->
                "holder " + granted.holder().shortForm() + " is now "
                        + granted.role().word();
            case IdentityEvent.RoleWithdrawn withdrawn ->
                "holder " + withdrawn.holder().shortForm() + " is no longer "
                        + withdrawn.role().word();
            case IdentityEvent.RecoveryKeyEnrolled recovery ->
                "key " + LogTexts.shortened(recovery.key().hex()) + " brings administrators back, by the recovery code";
            case IdentityEvent.AdministratorReestablished back ->
                "administrator " + back.holder().shortForm() + " re-established with the recovery code, as key "
                        + LogTexts.shortened(back.key().hex());
        };
    }

    static String summary(ReviewEvent event) {
        return switch (event) {
            case ReviewEvent.AnswerSubmitted submitted ->
                submitted.subject().text() + " submitted for review, the answer of entry "
                        + submitted.answer().entry();
            case ReviewEvent.AnswerReviewed reviewed ->
                reviewed.subject().text() + " reviewed, the answer of entry "
                        + reviewed.answer().entry() + ": " + words(reviewed.decision());
            case ReviewEvent.AnswerWithdrawn withdrawn ->
                withdrawn.subject().text() + " not answered any more, the answer of entry "
                        + withdrawn.answer().entry() + " was withdrawn";
            case ReviewEvent.ProposalRejected rejected ->
                "a proposed " + rejected.proposed() + subjects(rejected.subjects()) + " rejected, proposal "
                        + LogTexts.shortened(rejected.proposal().hex());
            case ReviewEvent.RiskAccepted risk ->
                "risk " + risk.id() + " accepted on "
                        + risk.subjects().stream().map(Subject::text).collect(Collectors.joining(", ")) + " until "
                        + risk.until();
            case ReviewEvent.RiskAcceptanceEnded ended -> "acceptance of risk " + ended.id() + " ended";
            case ReviewEvent.BaselineApproved baseline ->
                "baseline of " + baseline.system() + " approved, policy "
                        + LogTexts.shortened(baseline.policy().hex());
        };
    }

    private static String subjects(List<Subject> subjects) {
        return subjects.isEmpty()
                ? ""
                : " on " + subjects.stream().map(Subject::text).collect(Collectors.joining(", "));
    }

    static String summary(RegisterEvent event) {
        return switch (event) {
            case RegisterEvent.RiskAssessed risk ->
                "risk " + risk.id() + " assessed, " + risk.inherent().score() + " before and "
                        + risk.residual().score() + " after treatment (" + words(risk.treatment())
                        + "), to be reviewed on " + risk.review();
            case RegisterEvent.RiskClosed closed -> "risk " + closed.id() + " closed";
        };
    }

    static String summary(DeviationEvent event) {
        return switch (event) {
            case DeviationEvent.DeviationAccepted accepted ->
                "a deviation of " + accepted.system() + " (" + accepted.deviation() + ") accepted as "
                        + words(accepted.as()) + " until " + accepted.until() + ", acceptance " + accepted.id()
                        + ", on evidence " + accepted.evidence().shortForm();
            case DeviationEvent.DeviationAcceptanceEnded ended -> "acceptance " + ended.id() + " of a deviation ended";
        };
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
