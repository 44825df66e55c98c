package org.cairn.app.ui.checklist;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.desk.Titles;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.DraftAnswer;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.checklist.posture.Posture;
import org.cairn.evidence.EvidenceId;

/// One control in detail, or one requirement that no control reaches, and the answer that is being written. Confined to
/// the UI executor.
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
    private final WithdrawViewModel withdrawing;
    private final KeptDrafts kept;
    private final ObservableMap<Subject, AnswerForm.Values> drafts = FXCollections.observableMap(new LinkedHashMap<>());
    private final ReadOnlyObjectWrapper<Optional<Asked>> asked = new ReadOnlyObjectWrapper<>(Optional.empty());
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
        this.hosts = new ItemHosts(desk, titles, posture);
        this.kept = new KeptDrafts(desk, this::failed);
        this.withdrawing = new WithdrawViewModel(desk, this::subject);
        form.onEdit(this::edited);
        kept.read(this::comeBack);
    }

    /// What an earlier sitting left. What was typed here since is newer.
    private void comeBack(List<DraftAnswer> left) {
        left.stream()
                .filter(draft -> find(draft.subject()).isPresent())
                .forEach(draft -> drafts.putIfAbsent(draft.subject(), AnswerForm.Values.of(draft)));
        if (!left.isEmpty()) {
            subject().ifPresent(this::open);
        }
    }

    /// What was typed and is not recorded, by what it is about.
    ObservableMap<Subject, AnswerForm.Values> drafts() {
        return drafts;
    }

    public Titles titles() {
        return titles;
    }

    public AnswerForm form() {
        return form;
    }

    /// What is shown: a control, or a requirement that no control reaches.
    ReadOnlyObjectProperty<Optional<Asked>> asked() {
        return asked.getReadOnlyProperty();
    }

    public Optional<Subject> subject() {
        return asked.get().map(Asked::subject);
    }

    /// Empty while no control is shown.
    public ReadOnlyObjectProperty<Optional<ControlPosture>> posture() {
        return posture.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Saving> saving() {
        return saving.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Takes the answer back.
    WithdrawViewModel withdrawing() {
        return withdrawing;
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
        return asked.map(shown -> shown.flatMap(reading::guidance));
    }

    /// Both sides of the contradiction in one sentence; empty where there is none.
    public ObservableValue<Optional<String>> contradiction() {
        return asked.map(shown -> shown.flatMap(p -> desk.now().posture().contradictions().stream()
                .filter(c -> c.subject().equals(p.subject()))
                .map(c -> reading.contradiction(c, desk.now()))
                .findFirst()));
    }

    /// Until when what is found about it is borne; empty where nobody bears it.
    ObservableValue<Optional<String>> cover() {
        return asked.map(shown -> shown.flatMap(reading::cover));
    }

    void open(Subject subject) {
        problem.set(Optional.empty());
        recorded = AnswerForm.Values.BLANK;
        fill(draft(subject).orElse(AnswerForm.Values.BLANK));
        saving.set(draft(subject).isPresent() ? new Saving.Unsaved() : new Saving.Unchanged());
        show(subject);
    }

    /// Shows what the newest snapshot says about it. An answer being written is left alone, and set aside while the
    /// past is shown.
    void show(Subject subject) {
        Snapshot now = desk.now();
        Optional<Asked> found = find(subject);
        Optional<ControlPosture> control =
                found.filter(Asked.OfControl.class::isInstance).map(shown -> ((Asked.OfControl) shown).posture());
        posture.set(control);
        asked.set(found);
        checks.setAll(control.map(reading::checks).orElse(List.of()));
        evidence.setAll(found.map(shown -> reading.evidence(shown, now)).orElse(List.of()));
        mapped.setAll(found.map(shown -> reading.mapped(shown, now)).orElse(List.of()));
        found.flatMap(Asked::answer)
                .ifPresentOrElse(answer -> readAnswer(subject, answer), () -> showRecorded(AnswerForm.Values.BLANK));
        readHistory(subject, now);
    }

    private Optional<Asked> find(Subject subject) {
        Posture now = desk.now().posture();
        return switch (subject) {
            case ControlId id -> now.control(id).map(Asked.OfControl::new);
            case RequirementId id ->
                now.framework(id.framework()).stream()
                        .flatMap(framework -> framework.requirements().stream())
                        .filter(each -> each.requirement().id().equals(id))
                        .findFirst()
                        .map(Asked.OfRequirement::new);
        };
    }

    private void showRecorded(AnswerForm.Values values) {
        recorded = values;
        Optional<AnswerForm.Values> draft = asked.get().flatMap(shown -> draft(shown.subject()));
        fill(draft.orElse(values));
        boolean saved = saving.get() instanceof Saving.Saved && desk.now().editable();
        if (draft.isPresent() && !(saving.get() instanceof Saving.UnderWay)) {
            saving.set(new Saving.Unsaved());
        } else if (draft.isEmpty() && !saved) {
            saving.set(new Saving.Unchanged());
        }
    }

    /// What was typed and not saved; it waits while the past is shown.
    private Optional<AnswerForm.Values> draft(Subject subject) {
        return Optional.ofNullable(drafts.get(subject)).filter(_ -> desk.now().editable());
    }

    private boolean shows(Subject subject) {
        return subject().equals(Optional.of(subject));
    }

    private void readAnswer(Subject subject, Recorded<ControlAnswered> answer) {
        desk.ask(
                () -> desk.workspace().texts(answer.event()),
                read -> {
                    if (shows(subject, answer)) {
                        showRecorded(ItemReading.values(answer.event(), read));
                    }
                },
                this::failed);
    }

    /// Whether it still is the answer that is shown.
    private boolean shows(Subject subject, Recorded<ControlAnswered> answer) {
        return shows(subject) && asked.get().flatMap(Asked::answer).equals(Optional.of(answer));
    }

    private void readHistory(Subject subject, Snapshot of) {
        desk.ask(
                () -> of.state().history(subject),
                lines -> {
                    if (shows(subject) && of.equals(desk.now())) {
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
        if (filling || asked.get().isEmpty() || !desk.now().editable()) {
            return;
        }
        Subject subject = asked.get().get().subject();
        AnswerForm.Values typed = form.values();
        if (typed.equals(recorded)) {
            drafts.remove(subject);
            saving.set(new Saving.Unchanged());
        } else {
            drafts.put(subject, typed);
            saving.set(new Saving.Unsaved());
        }
        keep();
    }

    private void keep() {
        kept.keep(drafts.entrySet().stream()
                .map(draft -> draft.getValue().draft(draft.getKey()))
                .toList());
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
        if (asked.get().isEmpty() || !desk.now().editable() || saving.get() instanceof Saving.UnderWay) {
            return;
        }
        Subject subject = asked.get().get().subject();
        AnswerForm.Values typed = form.values();
        if (typed.equals(recorded) && !drafts.containsKey(subject)) {
            then.run();
            return;
        }
        if (typed.status().isEmpty()) {
            needAnswer();
            return;
        }
        List<EvidenceId> rested = asked.get()
                .flatMap(Asked::answer)
                .map(answer -> answer.event().evidence())
                .orElse(List.of());
        problem.set(Optional.empty());
        saving.set(new Saving.UnderWay());
        desk.change(
                () -> desk.workspace().answer(typed.request(subject).withEvidence(rested)),
                _ -> {
                    boolean all = drafts.remove(subject, typed) || !drafts.containsKey(subject);
                    keep();
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
        return asked.map(shown -> shown.map(Asked::competing).orElse(List.of()));
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
        asked.get()
                .ifPresent(shown -> desk.change(
                        () -> desk.workspace().attach(file, shown.subject(), String.valueOf(file.getFileName())),
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
