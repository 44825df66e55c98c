package org.cairn.app.ui.checklist;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.AnswerTexts;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.posture.ControlPosture;

/// One control in detail, and the answer that is being written. Confined to the UI executor.
public final class ItemViewModel {
    public sealed interface Saving {
        record Unchanged() implements Saving {}

        record Unsaved() implements Saving {}

        record UnderWay() implements Saving {}

        record Saved() implements Saving {}
    }

    private final Desk desk;
    private final ItemReading reading;
    private final Texts texts = Texts.beside(ItemViewModel.class);
    private final AnswerForm form = new AnswerForm();
    private final Map<ControlId, AnswerForm.Values> drafts = new HashMap<>();
    private final ReadOnlyObjectWrapper<Optional<ControlPosture>> posture =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Saving> saving = new ReadOnlyObjectWrapper<>(new Saving.Unchanged());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper editable = new ReadOnlyBooleanWrapper();
    private final ObservableList<ItemLines.CheckLine> checks = FXCollections.observableArrayList();
    private final ObservableList<ItemLines.EvidenceLine> evidence = FXCollections.observableArrayList();
    private final ObservableList<ItemLines.MappedLine> mapped = FXCollections.observableArrayList();
    private final ObservableList<ItemLines.HistoryEntry> history = FXCollections.observableArrayList();
    private AnswerForm.Values recorded = AnswerForm.Values.BLANK;
    private boolean filling;

    ItemViewModel(Desk desk, Library library) {
        this.desk = desk;
        this.reading = new ItemReading(library, desk.zone());
        form.onEdit(this::edited);
    }

    public AnswerForm form() {
        return form;
    }

    public ReadOnlyObjectProperty<Optional<ControlPosture>> posture() {
        return posture.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Saving> saving() {
        return saving.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty editable() {
        return editable.getReadOnlyProperty();
    }

    public ObservableList<ItemLines.CheckLine> checks() {
        return checks;
    }

    public ObservableList<ItemLines.EvidenceLine> evidence() {
        return evidence;
    }

    public ObservableList<ItemLines.MappedLine> mapped() {
        return mapped;
    }

    public ObservableList<ItemLines.HistoryEntry> history() {
        return history;
    }

    /// Both sides of the contradiction in one sentence; empty where there is none.
    public ObservableValue<Optional<String>> contradiction() {
        return posture.map(shown -> shown.flatMap(p -> desk.now().posture().contradictions().stream()
                .filter(c -> c.subject().equals(p.control().id()))
                .map(c -> Texts.sentence(c.text()))
                .findFirst()));
    }

    void open(ControlId control) {
        problem.set(Optional.empty());
        recorded = AnswerForm.Values.BLANK;
        fill(drafts.getOrDefault(control, AnswerForm.Values.BLANK));
        saving.set(drafts.containsKey(control) ? new Saving.Unsaved() : new Saving.Unchanged());
        show(control);
    }

    /// Shows what the newest snapshot says about the control; an answer being written is left alone.
    void show(ControlId control) {
        Snapshot now = desk.now();
        editable.set(now.editable());
        Optional<ControlPosture> found = now.posture().control(control);
        posture.set(found);
        checks.setAll(found.map(reading::checks).orElse(List.of()));
        evidence.setAll(found.map(p -> reading.evidence(p, now)).orElse(List.of()));
        mapped.setAll(reading.mapped(control, now));
        found.flatMap(ControlPosture::answer).ifPresent(answer -> readAnswer(control, answer.event()));
        readHistory(control);
    }

    private boolean shows(ControlId control) {
        return posture.get().map(p -> p.control().id()).equals(Optional.of(control));
    }

    private void readAnswer(ControlId control, ControlAnswered answer) {
        desk.ask(() -> desk.workspace().texts(answer), read -> answerRead(control, answer, read), this::failed);
    }

    private void answerRead(ControlId control, ControlAnswered answer, AnswerTexts read) {
        if (!shows(control)) {
            return;
        }
        recorded = ItemReading.values(answer, read);
        if (!drafts.containsKey(control)) {
            fill(recorded);
        }
    }

    private void readHistory(ControlId control) {
        desk.ask(
                () -> desk.workspace().history(control),
                lines -> {
                    if (shows(control)) {
                        history.setAll(
                                lines.reversed().stream().map(reading::history).toList());
                    }
                },
                this::failed);
    }

    private void fill(AnswerForm.Values values) {
        filling = true;
        form.fill(values);
        filling = false;
    }

    private void edited() {
        if (filling || posture.get().isEmpty()) {
            return;
        }
        ControlId control = posture.get().get().control().id();
        AnswerForm.Values typed = form.values();
        if (typed.equals(recorded)) {
            drafts.remove(control);
            saving.set(new Saving.Unchanged());
        } else {
            drafts.put(control, typed);
            saving.set(new Saving.Unsaved());
        }
    }

    public void choose(AnswerStatus status) {
        if (editable.get()) {
            form.status().set(Optional.of(status));
        }
    }

    public void save() {
        save(() -> {});
    }

    /// Records the answer; `then` runs once it is durable, or at once if there is nothing to record.
    void save(Runnable then) {
        if (posture.get().isEmpty() || !editable.get() || saving.get() instanceof Saving.UnderWay) {
            return;
        }
        ControlId control = posture.get().get().control().id();
        AnswerForm.Values typed = form.values();
        if (typed.equals(recorded) && !drafts.containsKey(control)) {
            then.run();
            return;
        }
        if (typed.status().isEmpty()) {
            problem.set(Optional.of(new Problem("W-ANSWER", texts.text("choose-first"))));
            return;
        }
        problem.set(Optional.empty());
        saving.set(new Saving.UnderWay());
        desk.change(
                () -> desk.workspace().answer(typed.request(control)),
                _ -> {
                    drafts.remove(control);
                    saving.set(new Saving.Saved());
                    then.run();
                },
                this::failed);
    }

    /// Answers in conflict; empty where there is none, or nothing can be recorded.
    public ObservableValue<List<Recorded<ControlAnswered>>> competing() {
        return posture.map(shown -> editable.get()
                ? shown.map(ControlPosture::competing).orElse(List.of())
                : List.<Recorded<ControlAnswered>>of());
    }

    /// Records which of the answers in conflict counts.
    void decide(Recorded<ControlAnswered> chosen, String reason) {
        problem.set(Optional.empty());
        desk.change(
                () -> desk.workspace().decide(chosen.event().subject(), chosen.entry(), reason),
                _ -> problem.set(Optional.empty()),
                this::failed);
    }

    public void attach(Path file) {
        posture.get()
                .ifPresent(shown -> desk.change(
                        () -> desk.workspace().attach(file, shown.control().id(), String.valueOf(file.getFileName())),
                        _ -> problem.set(Optional.empty()),
                        this::failed));
    }

    private void failed(Problem why) {
        if (saving.get() instanceof Saving.UnderWay) {
            saving.set(new Saving.Unsaved());
        }
        problem.set(Optional.of(why));
    }
}
