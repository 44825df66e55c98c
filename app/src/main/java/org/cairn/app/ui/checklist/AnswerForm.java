package org.cairn.app.ui.checklist;

import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.app.workspace.AnswerRequest;
import org.cairn.app.workspace.DraftAnswer;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Maturity;
import org.cairn.checklist.Subject;

/// The fields of an answer as they are being edited.
public final class AnswerForm {
    /// What the fields hold at one moment.
    public record Values(
            Optional<AnswerStatus> status,
            String note,
            Optional<Integer> documentation,
            Optional<Integer> implementation,
            String owner,
            Optional<LocalDate> due,
            Optional<LocalDate> appliesFrom) {
        static final Values BLANK = new Values(
                Optional.empty(), "", Optional.empty(), Optional.empty(), "", Optional.empty(), Optional.empty());

        static Values of(DraftAnswer draft) {
            return new Values(
                    draft.status(),
                    draft.note(),
                    draft.documentation(),
                    draft.implementation(),
                    draft.owner(),
                    draft.due(),
                    draft.appliesFrom());
        }

        DraftAnswer draft(Subject subject) {
            return new DraftAnswer(subject, status, note, owner, documentation, implementation, due, appliesFrom);
        }

        /// Requires a status.
        AnswerRequest request(Subject subject) {
            AnswerRequest request = AnswerRequest.of(subject, status.orElseThrow());
            if (!note.isBlank()) {
                request = request.withNote(note.strip());
            }
            if (!owner.isBlank()) {
                request = request.withOwner(owner.strip());
            }
            if (documentation.isPresent() || implementation.isPresent()) {
                request = request.withMaturity(new Maturity(documentation.orElse(0), implementation.orElse(0)));
            }
            if (due.isPresent()) {
                request = request.withDue(due.get());
            }
            return appliesFrom.isPresent() && status.get() == AnswerStatus.NOT_YET_APPLICABLE
                    ? request.withAppliesFrom(appliesFrom.get())
                    : request;
        }
    }

    private final ObjectProperty<Optional<AnswerStatus>> status = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty note = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Integer>> documentation = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Integer>> implementation = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty owner = new SimpleStringProperty("");
    private final ObjectProperty<Optional<LocalDate>> due = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<LocalDate>> appliesFrom = new SimpleObjectProperty<>(Optional.empty());

    public ObjectProperty<Optional<AnswerStatus>> status() {
        return status;
    }

    public StringProperty note() {
        return note;
    }

    public ObjectProperty<Optional<Integer>> documentation() {
        return documentation;
    }

    public ObjectProperty<Optional<Integer>> implementation() {
        return implementation;
    }

    public StringProperty owner() {
        return owner;
    }

    public ObjectProperty<Optional<LocalDate>> due() {
        return due;
    }

    public ObjectProperty<Optional<LocalDate>> appliesFrom() {
        return appliesFrom;
    }

    Values values() {
        return new Values(
                status.get(),
                note.get(),
                documentation.get(),
                implementation.get(),
                owner.get(),
                due.get(),
                appliesFrom.get());
    }

    void fill(Values values) {
        status.set(values.status());
        note.set(values.note());
        documentation.set(values.documentation());
        implementation.set(values.implementation());
        owner.set(values.owner());
        due.set(values.due());
        appliesFrom.set(values.appliesFrom());
    }

    void onEdit(Runnable action) {
        status.subscribe((_, _) -> action.run());
        note.subscribe((_, _) -> action.run());
        documentation.subscribe((_, _) -> action.run());
        implementation.subscribe((_, _) -> action.run());
        owner.subscribe((_, _) -> action.run());
        due.subscribe((_, _) -> action.run());
        appliesFrom.subscribe((_, _) -> action.run());
    }
}
