package org.cairn.app.workspace;

import org.cairn.checklist.event.AuditItem;
import org.cairn.checklist.event.HandbackEvent;

/// What came back as a file, and what became of it, in one line.
final class AuditTexts {
    private AuditTexts() {}

    static String summary(HandbackEvent event) {
        return switch (event) {
            case HandbackEvent.WorkbookImported imported ->
                imported.answers() + " answers taken from a workbook, SHA-256 "
                        + LogTexts.shortened(imported.workbook().hex()) + ", exported at size " + imported.size();
            case HandbackEvent.AuditReviewReceived review ->
                "an auditor's review of the pack of entry " + review.pack() + " received, by key "
                        + LogTexts.shortened(review.key().hex()) + ": "
                        + review.counts().accepted() + " accepted, "
                        + review.counts().objections() + " objections, "
                        + review.counts().moreNeeded() + " more needed, "
                        + review.counts().unmarked() + " not marked";
            case HandbackEvent.AuditorRemarked remarked ->
                "the auditor's mark on " + item(remarked.item()) + ": "
                        + remarked.mark().code()
                        + remarked.due().map(due -> ", due " + due).orElse("");
            case HandbackEvent.RemarkAnswered answered ->
                "the auditor's remark of entry " + answered.remark() + " answered by entry " + answered.by();
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
