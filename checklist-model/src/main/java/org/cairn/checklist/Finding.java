package org.cairn.checklist;

import org.cairn.evidence.EvidenceId;

/// One reason for *not satisfied*.
/// @param evidence the recorded evidence it rests on
/// @param text     what was found and where, for a person, e.g. `0.0.0.0:8000 (python3) is reachable from outside`
public record Finding(EvidenceId evidence, String text) {}
