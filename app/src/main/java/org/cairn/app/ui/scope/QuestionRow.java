package org.cairn.app.ui.scope;

import java.util.Optional;
import org.cairn.checklist.ScopeQuestion;

/// One question, and what is said of it.
/// @param answer   drafted, else known, else said to be unknown; empty where nobody said anything
/// @param reason   drafted
/// @param recorded the entry that says so now
/// @param settled  whether a question before it answers this one
record QuestionRow(
        ScopeQuestion question,
        Optional<String> answer,
        String reason,
        Optional<Long> recorded,
        boolean drafted,
        boolean settled) {}
