package org.cairn.app.workspace;

import java.time.LocalDate;
import java.util.Optional;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Subject;

/// An answer that is being written and is not recorded yet. It says nothing to anybody but its author.
public record DraftAnswer(
        Subject subject,
        Optional<AnswerStatus> status,
        String note,
        String owner,
        Optional<Integer> documentation,
        Optional<Integer> implementation,
        Optional<LocalDate> due,
        Optional<LocalDate> appliesFrom) {}
