package org.cairn.app.ui.risks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Doing;
import org.cairn.app.ui.desk.Followed;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Place;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.RegisteredRisk;
import org.cairn.app.workspace.RegisteredRisk.Bearing;
import org.cairn.app.workspace.RiskRegister;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.RegisterEvent.Rating;

/// The register of the state that is looked at, and what is typed about one risk. Confined to the UI executor.
public final class RisksViewModel {
    private final Desk desk;
    private final Texts texts = Texts.beside(RisksViewModel.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final Moments moments;
    private final Followed<List<RegisteredRisk>> read;
    private final ObservableList<RegisteredRisk> risks = FXCollections.observableArrayList();
    private final ObjectProperty<RiskDraft> draft = new SimpleObjectProperty<>(RiskDraft.EMPTY);
    private final ReadOnlyObjectWrapper<Optional<RegisteredRisk>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Doing recording;

    public RisksViewModel(Desk desk) {
        this.desk = desk;
        this.recording = new Doing(desk);
        this.moments = new Moments(desk.zone(), kit);
        this.read = new Followed<>(desk, now -> now.state().riskRegister());
        read.value().subscribe(now -> risks.setAll(now.orElse(List.of())));
    }

    /// Whether a page shows it now: it is read only then.
    public void show(boolean seen) {
        read.show(seen);
    }

    /// Whether something is typed that is not recorded.
    public boolean unsaved() {
        RiskDraft before = shown.get().map(RiskDraft::of).orElse(RiskDraft.EMPTY);
        return !draft.get().equals(before);
    }

    ObservableList<RegisteredRisk> risks() {
        return risks;
    }

    ObservableValue<Optional<Problem>> unreadable() {
        return read.problem();
    }

    ObjectProperty<RiskDraft> draft() {
        return draft;
    }

    /// The risk whose assessment is in the form; empty for a new one.
    ReadOnlyObjectProperty<Optional<RegisteredRisk>> shown() {
        return shown.getReadOnlyProperty();
    }

    Doing recording() {
        return recording;
    }

    ObservableValue<Optional<String>> readOnly() {
        return desk.readOnly();
    }

    void choose(RegisteredRisk risk) {
        shown.set(Optional.of(risk));
        draft.set(RiskDraft.of(risk));
        recording.forget();
    }

    void begin() {
        recording.forget();
        empty();
    }

    private void empty() {
        shown.set(Optional.empty());
        draft.set(RiskDraft.EMPTY);
    }

    void record() {
        RiskDraft said = draft.get();
        if (said.review().isEmpty()) {
            recording.refuse("W-RISK", texts.text("review.missing"));
            return;
        }
        LocalDate day = said.review().get();
        change("done.recorded", () -> {
            RiskRegister register = desk.workspace().riskRegister();
            return said.risk().isPresent()
                    ? register.reassess(said.risk().get(), said.assessment(day))
                    : register.add(said.assessment(day));
        });
    }

    /// Proposes to bear what is left of the risk that is shown.
    void retain(Optional<LocalDate> until) {
        if (until.isEmpty()) {
            recording.refuse("W-RISK", texts.text("until.missing"));
            return;
        }
        shown.get()
                .ifPresent(risk -> change(
                        "done.proposed",
                        () -> desk.workspace()
                                .riskRegister()
                                .retain(risk.id(), draft.get().reason(), until.get())));
    }

    /// Closes the risk that is shown, for the reason that is typed.
    void close() {
        shown.get()
                .ifPresent(risk -> change(
                        "done.closed",
                        () -> desk.workspace()
                                .riskRegister()
                                .close(risk.id(), draft.get().reason())));
    }

    private <T> void change(String done, Callable<T> work) {
        recording.record(work, _ -> {
            recording.tell(texts.text(done));
            empty();
        });
    }

    /// How many open risks have this rating after treatment.
    long count(Rating rating) {
        return risks.stream()
                .filter(risk -> risk.open() && risk.residual().equals(rating))
                .count();
    }

    String score(Rating rating) {
        return rating.score() + " (" + rating.likelihood() + " × " + rating.impact() + ")";
    }

    String treatment(RegisteredRisk risk) {
        return texts.text("treatment." + Texts.keyOf(risk.treatment()));
    }

    /// How far somebody bears what is left.
    String borne(RegisteredRisk risk) {
        if (!risk.open()) {
            return texts.text("borne.closed");
        }
        String day = risk.acceptance().map(line -> moments.day(line.until())).orElse("");
        return texts.text("borne." + Texts.keyOf(risk.bearing()), day);
    }

    /// The day of the next review, and that it is over.
    String review(RegisteredRisk risk) {
        LocalDate today = LocalDate.ofInstant(desk.now().times().validAt(), ZoneOffset.UTC);
        String day = moments.day(risk.review());
        return risk.overdue(today) ? texts.text("review.overdue", day) : day;
    }

    static String rows(RegisteredRisk risk) {
        return risk.subjects().stream().map(Subject::text).collect(Collectors.joining(", "));
    }

    /// Where the first of its rows is looked at.
    static Optional<Place> leads(RegisteredRisk risk) {
        return risk.subjects().stream().findFirst().map(subject -> switch (subject) {
            case ControlId control -> new Place.ChecklistItem(control);
            case RequirementId requirement -> new Place.ChecklistReaching(requirement);
        });
    }

    /// Whether its acceptance would need to be proposed anew.
    static boolean bearable(RegisteredRisk risk) {
        return risk.open()
                && risk.bearing() != Bearing.ACCEPTED
                && !risk.subjects().isEmpty();
    }
}
