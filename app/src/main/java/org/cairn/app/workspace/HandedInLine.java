package org.cairn.app.workspace;

import org.cairn.checklist.posture.EvidenceForce;
import org.cairn.evidence.RecordedEvidence;

/// A piece that was handed in, and how far it counts as attached on the day asked.
public record HandedInLine(RecordedEvidence recorded, EvidenceForce force) {}
