package org.cairn.app.ui.checklist;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.desk.Titles;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.evidence.EvidenceId;

/// One control in detail, and the answer that is being written. Confined to the UI executor.
public final class ItemViewModel {
    public sealed interface Saving {
        record Unchanged() implements Saving {}

        record Unsaved() implements Saving {}

        record UnderWay() implements Saving {}

        record Saved() implements Saving {}
    }

    private final Desk desk;
    private final Titles titles;
    private final ItemReading reading;
    private final ItemHosts hosts;
    private final Texts texts = Texts.beside(ItemViewModel.class);
    private final AnswerForm form = new AnswerForm();
    private final Map<ControlId, AnswerForm.Values> drafts = new HashMap<>();
    private final ReadOnlyObjectWrapper<Optional<ControlPosture>> posture =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Saving> saving = new ReadOnlyObjectWrapper<>(new Saving.Unchanged());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<ItemLines.CheckLine> checks = FXCollections.observableArrayList();
    private final ObservableList<ItemLines.EvidenceLine> evidence = FXCollections.observableArrayList();
    private final ObservableList<ItemLines.MappedLine> mapped = FXCollections.observableArrayList();
    private final ObservableList<ItemLines.HistoryEntry> history = FXCollections.observableArrayList();
    private AnswerForm.Values recorded = AnswerForm.Values.BLANK;
    private boolean filling;

    ItemViewModel(Desk desk, Library library) {
        this.desk = desk;
        this.titles = library.titles();
        this.reading = new ItemReading(library, desk.zone());
        this.hosts = new ItemHosts(desk, posture);
        form.onEdit(this::edited);
    }

    public Titles titles() {
        return titles;
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

    /// Why nothing can be recorded; empty where something can.
    public ObservableValue<Optional<String>> readOnly() {
        return desk.readOnly();
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

    /// What each host shows of it.
    ItemHosts hosts() {
        return hosts;
    }

    /// What is said about the control to whoever has to answer it.
    public ObservableValue<Optional<ItemLines.GuidanceLine>> guidance() {
        return posture.map(shown -> shown.flatMap(reading::guidance));
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
        fill(draft(control).orElse(AnswerForm.Values.BLANK));
        saving.set(draft(control).isPresent() ? new Saving.Unsaved() : new Saving.Unchanged());
        show(control);
    }

    /// Shows what the newest snapshot says about the control. An answer being written is left alone, and set aside
    /// while
    /// the past is shown.
    void show(ControlId control) {
        Snapshot now = desk.now();
        Optional<ControlPosture> found = now.posture().control(control);
        posture.set(found);
        checks.setAll(found.map(reading::checks).orElse(List.of()));
        evidence.setAll(found.map(p -> reading.evidence(p, now)).orElse(List.of()));
        mapped.setAll(reading.mapped(control, now));
        found.flatMap(ControlPosture::answer)
                .ifPresentOrElse(answer -> readAnswer(control, answer), () -> showRecorded(AnswerForm.Values.BLANK));
        readHistory(control, now);
    }

    private void showRecorded(AnswerForm.Values values) {
        recorded = values;
        Optional<AnswerForm.Values> draft =
                posture.get().flatMap(shown -> draft(shown.control().id()));
        fill(draft.orElse(values));
        boolean saved = saving.get() instanceof Saving.Saved && desk.now().editable();
        if (draft.isPresent() && !(saving.get() instanceof Saving.UnderWay)) {
            saving.set(new Saving.Unsaved());
        } else if (draft.isEmpty() && !saved) {
            saving.set(new Saving.Unchanged());
        }
    }

    /// What was typed and not saved; it waits while the past is shown.
    private Optional<AnswerForm.Values> draft(ControlId control) {
        return Optional.ofNullable(drafts.get(control)).filter(_ -> desk.now().editable());
    }

    private boolean shows(ControlId control) {
        return posture.get().map(p -> p.control().id()).equals(Optional.of(control));
    }

    private void readAnswer(ControlId control, Recorded<ControlAnswered> answer) {
        desk.ask(
                () -> desk.workspace().texts(answer.event()),
                read -> {
                    if (shows(control, answer)) {
                        showRecorded(ItemReading.values(answer.event(), read));
                    }
                },
                this::failed);
    }

    /// Whether it still is the answer that is shown.
    private boolean shows(ControlId control, Recorded<ControlAnswered> answer) {
        return shows(control) && posture.get().flatMap(ControlPosture::answer).equals(Optional.of(answer));
    }

    private void readHistory(ControlId control, Snapshot of) {
        desk.ask(
                () -> of.state().history(control),
                lines -> {
                    if (shows(control) && of.equals(desk.now())) {
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
        if (filling || posture.get().isEmpty() || !desk.now().editable()) {
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
        if (desk.now().editable()) {
            form.status().set(Optional.of(status));
        }
    }

    public void save() {
        save(() -> {});
    }

    /// Records the answer; `then` runs once it is durable, or at once if there is nothing to record.
    void save(Runnable then) {
        if (posture.get().isEmpty() || !desk.now().editable() || saving.get() instanceof Saving.UnderWay) {
            return;
        }
        ControlId control = posture.get().get().control().id();
        AnswerForm.Values typed = form.values();
        if (typed.equals(recorded) && !drafts.containsKey(control)) {
            then.run();
            return;
        }
        if (typed.status().isEmpty()) {
            needAnswer();
            return;
        }
        List<EvidenceId> rested = posture.get()
                .flatMap(ControlPosture::answer)
                .map(answer -> answer.event().evidence())
                .orElse(List.of());
        problem.set(Optional.empty());
        saving.set(new Saving.UnderWay());
        desk.change(
                () -> desk.workspace().answer(typed.request(control).withEvidence(rested)),
                _ -> {
                    boolean all = drafts.remove(control, typed) || !drafts.containsKey(control);
                    saving.set(all ? new Saving.Saved() : new Saving.Unsaved());
                    then.run();
                },
                this::failed);
    }

    void needAnswer() {
        problem.set(Optional.of(new Problem("W-ANSWER", texts.text("choose-first"))));
    }

    /// Whether something was typed for any control that is not recorded yet.
    boolean unsaved() {
        return !drafts.isEmpty() || saving.get() instanceof Saving.UnderWay;
    }

    /// Answers in conflict; empty where there is none.
    public ObservableValue<List<Recorded<ControlAnswered>>> competing() {
        return posture.map(shown -> shown.map(ControlPosture::competing).orElse(List.of()));
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

    void failed(Problem why) {
        if (saving.get() instanceof Saving.UnderWay) {
            saving.set(new Saving.Unsaved());
        }
        problem.set(Optional.of(why));
    }
}
