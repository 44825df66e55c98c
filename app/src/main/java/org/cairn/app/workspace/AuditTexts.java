package org.cairn.app.workspace;

import org.cairn.checklist.event.AuditItem;
import org.cairn.checklist.event.HandbackEvent;

/// What came back as a file, and what became of it, in one line.
final class AuditTexts {
    private AuditTexts() {}

    static Saying saying(HandbackEvent event) {
        return switch (event) {
            case HandbackEvent.WorkbookImported imported ->
                Saying.of(
                        "workbook-imported",
                        imported.answers(),
                        LogTexts.shortened(imported.workbook().hex()),
                        imported.size());
            case HandbackEvent.AuditReviewReceived review ->
                Saying.of(
                        "audit-review-received",
                        review.pack(),
                        LogTexts.shortened(review.key().hex()),
                        review.counts().accepted(),
                        review.counts().objections(),
                        review.counts().moreNeeded(),
                        review.counts().unmarked());
            case HandbackEvent.AuditorRemarked remarked -> {
                String item = item(remarked.item());
                Saying mark = Saying.word("mark", remarked.mark());
                yield remarked.due()
                        .map(due -> Saying.of("auditor-remarked.due", item, mark, due))
                        .orElseGet(() -> Saying.of("auditor-remarked", item, mark));
            }
            case HandbackEvent.RemarkAnswered answered ->
                Saying.of("remark-answered", answered.remark(), answered.by());
        };
    }

    /// A row by its name, evidence by the beginning of its id.
    static String item(AuditItem item) {
        return switch (item) {
            case AuditItem.Row(var subject) -> subject.text();
            case AuditItem.Piece(var evidence) -> evidence.shortForm();
        };
    }
}
