package org.cairn.app.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.AnswerStatus;
import org.cairn.evidence.EvidenceId;

/// One thing that happened to a subject: an answer, that it was withdrawn, or evidence linked to it.
/// @param status   the answer given; empty where evidence was linked or an answer withdrawn
/// @param note     the remark or reason in plain words, if there was one and it was not erased
/// @param withdrawn the entry of the answer that was withdrawn
/// @param evidence what was linked or rested on
public record HistoryLine(
        long entry,
        Instant recordedAt,
        Instant validFrom,
        String actor,
        Optional<AnswerStatus> status,
        Optional<String> note,
        List<EvidenceId> evidence,
        Optional<Long> withdrawn) {
    public HistoryLine {
        evidence = List.copyOf(evidence);
    }
}
