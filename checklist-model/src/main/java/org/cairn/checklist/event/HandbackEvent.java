package org.cairn.checklist.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.KeyId;

/// What was handed out as a file, filled in elsewhere and came back, and what became of it.
public sealed interface HandbackEvent extends Event {
    /// Answers were taken from a workbook. They are the entries that follow, each signed by the person who took them:
    /// what the workbook said is their word from then on.
    /// @param workbook SHA-256 of the file that came back
    /// @param size     of the ledger when it was exported
    /// @param root     of the tree then
    /// @param answers  how many entries follow
    record WorkbookImported(Digest workbook, long size, Digest root, int answers) implements HandbackEvent {
        public WorkbookImported {
            if (size < 1 || answers < 1) {
                throw new IllegalArgumentException(answers + " answers of a workbook at size " + size);
            }
        }
    }

    /// An auditor's review of a pack came back and was taken in. Whoever takes it in signs this entry; the auditor
    /// signed the statement.
    /// @param file      SHA-256 of the file that came back
    /// @param key       of the auditor
    /// @param spki      of it
    /// @param pack      the entry that records the pack's issue
    /// @param signedAt  by the auditor's clock
    /// @param counts    how many items are marked how
    /// @param statement what the auditor signed
    record AuditReviewReceived(
            Digest file, KeyId key, Bytes spki, long pack, Instant signedAt, Counts counts, PayloadRef statement)
            implements HandbackEvent {}

    /// @param unmarked items that the pack lists and the auditor said nothing of
    record Counts(int accepted, int objections, int moreNeeded, int unmarked) {
        public Counts {
            if (accepted < 0 || objections < 0 || moreNeeded < 0 || unmarked < 0) {
                throw new IllegalArgumentException("a count below 0");
            }
        }
    }

    /// What the auditor said of one item. It changes no answer and no evidence.
    /// @param review the file, as in [AuditReviewReceived]
    /// @param due    until when the auditor wants to see something
    /// @param remark in the auditor's words; never missing where work is asked for
    record AuditorRemarked(
            Digest review, AuditItem item, AuditMark mark, Optional<LocalDate> due, Optional<PayloadRef> remark)
            implements HandbackEvent {
        public AuditorRemarked {
            if (mark.asksForWork() && remark.isEmpty()) {
                throw new IllegalArgumentException("'" + mark.code() + "' needs a remark");
            }
            if (!mark.asksForWork() && due.isPresent()) {
                throw new IllegalArgumentException("what is accepted is not due");
            }
        }
    }

    /// Somebody holds a remark to be answered; the auditor's next review says whether it is.
    /// @param remark the entry of the [AuditorRemarked]
    /// @param by     the entry that answers it: an answer, evidence, a link, recorded after what the auditor saw
    /// @param note   what was done
    record RemarkAnswered(long remark, long by, PayloadRef note) implements HandbackEvent {
        public RemarkAnswered {
            if (remark < 0 || by < 0 || by == remark) {
                throw new IllegalArgumentException("entry " + by + " cannot answer the remark of entry " + remark);
            }
        }
    }
}
