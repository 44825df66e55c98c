package org.cairn.app.workspace;

import java.util.List;
import java.util.OptionalInt;
import org.cairn.app.redaction.Cut;
import org.cairn.checklist.Subject;
import org.cairn.evidence.EvidenceId;

/// @param file     which of the original's files, as numbered in packs; empty where it keeps one
/// @param subjects what the copy is attached to
public record RedactionRequest(
        EvidenceId original, OptionalInt file, List<Cut> cuts, String reason, List<Subject> subjects) {
    public RedactionRequest {
        cuts = List.copyOf(cuts);
        subjects = List.copyOf(subjects);
    }
}
