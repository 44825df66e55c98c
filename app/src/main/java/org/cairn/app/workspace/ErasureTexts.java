package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.List;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.ErasureEvent;
import org.cairn.checklist.event.ErasureReason;

/// What an event about erasure and retention says, in one line.
final class ErasureTexts {
    private ErasureTexts() {}

    static Saying saying(ErasureEvent event) {
        return switch (event) {
            case ErasureEvent.EvidenceErased erased ->
                Saying.of(before(erased, "evidence-erased"), erased.evidence().shortForm(), words(erased.reason()));
            case ErasureEvent.PayloadErased erased ->
                Saying.of(before(erased, "payload-erased"), erased.erased(), words(erased.reason()));
            case ErasureEvent.ErasureFollowed followed ->
                followed.evidence()
                        .map(evidence ->
                                Saying.of("erasure-followed.evidence", followed.erasure(), evidence.shortForm()))
                        .orElseGet(() -> Saying.of("erasure-followed.texts", followed.erasure()));
            case ErasureEvent.RetentionRuleSet rule ->
                Saying.of(
                        rule.bound() == ErasureEvent.Bound.FLOOR
                                ? "retention-rule-set.floor"
                                : "retention-rule-set.ceiling",
                        rule.appliesTo(),
                        rule.period().map(Saying::plain).orElseGet(() -> Saying.of("retention-rule-set.open")));
            case ErasureEvent.LegalHoldPlaced hold ->
                hold.everything()
                        ? Saying.of("legal-hold-placed.everything")
                        : Saying.of("legal-hold-placed", scope(hold));
            case ErasureEvent.LegalHoldLifted lifted -> Saying.of("legal-hold-lifted", lifted.hold());
            case ErasureEvent.BackupMade backup ->
                Saying.of(
                        backup.keys().isPresent() ? "backup-made.keys" : "backup-made",
                        backup.size(),
                        LogTexts.shortened(backup.sums().hex()));
            case ErasureEvent.RollbackAcknowledged acknowledged ->
                Saying.of("rollback-acknowledged", acknowledged.knownSize(), acknowledged.size());
        };
    }

    /// e.g. `retention ended (GDPR Art. 5(1)(e))`.
    static Saying words(ErasureReason reason) {
        return Saying.word("erasure", reason, reason.citation());
    }

    private static String before(ErasureEvent.Erasure erasure, String key) {
        return erasure.override().isPresent() ? key + ".before" : key;
    }

    static String scope(ErasureEvent.LegalHoldPlaced hold) {
        if (hold.everything()) {
            return "everything";
        }
        List<String> parts = new ArrayList<>();
        if (!hold.evidence().isEmpty()) {
            parts.add(LogTexts.ids(hold.evidence()));
        }
        hold.subjects().stream().map(Subject::text).forEach(parts::add);
        return String.join(", ", parts);
    }
}
