package org.cairn.app.ui.checklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.app.workspace.AnswerRequest;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;

/// What is to change in several answers; what is empty or blank stays as each of them has it.
record BulkEdit(Optional<AnswerStatus> status, String owner, Optional<LocalDate> due, String note) {
    /// Those that need nothing but a note; from which day something applies differs from row to row.
    static final List<AnswerStatus> ANSWERS = Stream.of(AnswerStatus.values())
            .filter(status -> status != AnswerStatus.NOT_YET_APPLICABLE)
            .toList();

    static final BulkEdit NOTHING = new BulkEdit(Optional.empty(), "", Optional.empty(), "");

    boolean changesNothing() {
        return status.isEmpty() && owner.isBlank() && due.isEmpty() && note.isBlank();
    }

    /// Empty where there is no answer that an owner or a day could be added to.
    Optional<AnswerRequest> onto(ControlId control, Optional<AnswerRequest> earlier) {
        return earlier.or(() -> status.map(given -> AnswerRequest.of(control, given)))
                .map(this::changed);
    }

    private AnswerRequest changed(AnswerRequest request) {
        AnswerRequest changed = status.map(request::withStatus).orElse(request);
        changed = owner.isBlank() ? changed : changed.withOwner(owner.strip());
        changed = note.isBlank() ? changed : changed.withNote(note.strip());
        return due.map(changed::withDue).orElse(changed);
    }

    /// The controls whose answer would lack the reason it needs.
    static List<String> withoutReason(List<AnswerRequest> requests) {
        return requests.stream()
                .filter(request -> request.status().needsReason())
                .filter(request -> request.note().orElse("").isBlank())
                .map(request -> request.subject().text())
                .toList();
    }
}
