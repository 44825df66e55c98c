package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.ErasureEvent;
import org.cairn.checklist.event.ErasureReason;

/// What an event about erasure and retention says, in one line.
final class ErasureTexts {
    private ErasureTexts() {}

    static String summary(ErasureEvent event) {
        return switch (event) {
            case ErasureEvent.EvidenceErased erased ->
                "evidence " + erased.evidence().shortForm() + " erased, " + words(erased.reason()) + overridden(erased);
            case ErasureEvent.PayloadErased erased ->
                "texts of entry " + erased.erased() + " erased, " + words(erased.reason()) + overridden(erased);
            case ErasureEvent.ErasureFollowed followed ->
                followed.evidence()
                                .map(evidence -> "copy of evidence " + evidence.shortForm())
                                .orElse("copies of texts")
                        + " destroyed, as the other log's erasure in entry " + followed.erasure() + " says";
            case ErasureEvent.RetentionRuleSet rule ->
                rule.appliesTo() + " kept "
                        + (rule.bound() == ErasureEvent.Bound.FLOOR ? "at least " : "at most ")
                        + rule.period().map(Object::toString).orElse("as long as no rule says otherwise");
            case ErasureEvent.LegalHoldPlaced hold -> "legal hold placed on " + scope(hold);
            case ErasureEvent.LegalHoldLifted lifted -> "legal hold of entry " + lifted.hold() + " lifted";
            case ErasureEvent.BackupMade backup ->
                "backup made at size " + backup.size() + ", sums "
                        + LogTexts.shortened(backup.sums().hex())
                        + (backup.keys().isPresent() ? ", with an archive of keys" : ", without keys");
            case ErasureEvent.RollbackAcknowledged acknowledged ->
                "rollback acknowledged: size " + acknowledged.knownSize() + " had been seen, this folder held "
                        + acknowledged.size();
        };
    }

    /// e.g. `retention ended (GDPR Art. 5(1)(e))`.
    static String words(ErasureReason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " (" + reason.citation() + ")";
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

    private static String overridden(ErasureEvent.Erasure erasure) {
        return erasure.override().isPresent() ? ", before its retention period had passed" : "";
    }
}
