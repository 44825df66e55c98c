package org.cairn.checklist.event;

import java.util.regex.Pattern;
import org.cairn.checklist.Subject;
import org.cairn.evidence.EvidenceId;

/// What an auditor can mark in a pack: a row that was answered, or could have been, and a piece of evidence.
public sealed interface AuditItem {
    /// @param subject the control or requirement
    record Row(Subject subject) implements AuditItem {
        @Override
        public String text() {
            return subject.text();
        }
    }

    record Piece(EvidenceId evidence) implements AuditItem {
        @Override
        public String text() {
            return PREFIX + evidence.hex();
        }
    }

    String PREFIX = "evidence:";

    Pattern PIECE = Pattern.compile(PREFIX + "[0-9a-f]{64}");

    /// One spelling for files and command line: `NET-4`, `dora:Art. 9(4)(b)`, `evidence:` and 64 hexadecimal digits.
    String text();

    /// @throws IllegalArgumentException if `text` names none
    static AuditItem parse(String text) {
        return PIECE.matcher(text).matches()
                ? new Piece(EvidenceId.parse(text.substring(PREFIX.length())))
                : new Row(Subject.parse(text));
    }
}
