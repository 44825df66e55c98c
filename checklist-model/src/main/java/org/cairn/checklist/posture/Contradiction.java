package org.cairn.checklist.posture;

import org.cairn.checklist.Subject;

/// A row where what a person says and what evidence shows cannot both be true.
/// @param text both sides in one sentence, for a person
public record Contradiction(Subject subject, String text) {}
