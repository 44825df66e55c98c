package org.cairn.app.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cairn.collectors.imports.ToolReport;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.Digest;

/// A report that was read whole, and what recording it would mean.
/// @param report   what the file says
/// @param evidence what would be recorded of it; its sources are those of the file
/// @param sha256   of the file as it is
/// @param earlier  the same bytes about the same target, recorded before
/// @param mapping  which controls its results bear on
/// @param notices  what a person should know before relying on it
public record ReportPlan(
        Path file,
        ToolReport report,
        Evidence evidence,
        Digest sha256,
        long sizeBytes,
        Optional<RecordedEvidence> earlier,
        ReportMapping mapping,
        List<String> notices) {
    public ReportPlan {
        notices = List.copyOf(notices);
    }
}
