package org.cairn.app.ui.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Description;
import org.cairn.app.workspace.LogLine;
import org.cairn.checklist.posture.Posture;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RecordedEvidence;

/// Everything the screens show, read at one moment.
/// @param takenAt  when it was read
/// @param evidence oldest first
/// @param log      oldest first
public record Snapshot(
        Instant takenAt,
        AsOf asOf,
        Description about,
        Posture posture,
        List<RecordedEvidence> evidence,
        List<LogLine> log) {
    public Snapshot {
        evidence = List.copyOf(evidence);
        log = List.copyOf(log);
    }

    /// The past is not edited, and neither is a workspace that is open for reading, or in which nobody signs.
    public boolean editable() {
        return asOf.now() && about.access() == Access.WRITE && about.person().isPresent();
    }

    public Optional<RecordedEvidence> evidence(EvidenceId id) {
        return evidence.stream().filter(recorded -> recorded.id().equals(id)).findFirst();
    }
}
