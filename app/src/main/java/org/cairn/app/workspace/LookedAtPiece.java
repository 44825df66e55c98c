package org.cairn.app.workspace;

import java.util.Optional;
import org.cairn.collectors.imports.ImportFormat;
import org.cairn.evidence.EvidenceId;

/// What somebody holds out, read once and not recorded.
/// @param recorded the newest piece with exactly these bytes
/// @param results  the format, where it is a report of another tool that can be imported as results
public record LookedAtPiece(
        HandedIn.Content content, long sizeBytes, Optional<EvidenceId> recorded, Optional<ImportFormat> results) {}
