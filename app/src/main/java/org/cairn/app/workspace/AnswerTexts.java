package org.cairn.app.workspace;

import java.util.Optional;

/// The texts of one answer, read from their encrypted payloads.
public record AnswerTexts(Optional<String> note, Optional<String> owner) {}
