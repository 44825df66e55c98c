package org.cairn.checklist.event;

import org.cairn.proof.Digest;

/// What was handed out as a file, filled in elsewhere and came back.
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
}
