package org.cairn.app.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.AnswerStatus;
import org.cairn.evidence.EvidenceId;

/// One thing that happened to a subject: an answer, or evidence linked to it.
/// @param status   the answer given; empty where evidence was linked
/// @param note     the remark in plain words, if there was one and it was not erased
/// @param evidence what was linked or rested on
public record HistoryLine(
        long entry,
        Instant recordedAt,
        Instant validFrom,
        String actor,
        Optional<AnswerStatus> status,
        Optional<String> note,
        List<EvidenceId> evidence) {
    public HistoryLine {
        evidence = List.copyOf(evidence);
    }
}
