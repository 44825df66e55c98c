package org.cairn.app.ui.frame;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.cairn.app.ui.desk.AsOf;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Description;

/// What stands around every screen. Confined to the UI executor.
public final class FrameViewModel {
    private final Desk desk;
    private final Texts texts = Texts.beside(FrameViewModel.class);
    private final Moments moments;
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.POSTURE);
    private final ReadOnlyObjectProperty<Snapshot> snapshot;

    public FrameViewModel(Desk desk) {
        this.desk = desk;
        this.moments = new Moments(desk.zone(), Texts.beside(Texts.class));
        this.snapshot = desk.snapshot();
    }

    public ObjectProperty<Page> page() {
        return page;
    }

    public ObservableValue<String> organisation() {
        return snapshot.map(s -> s.about().organisation());
    }

    public ObservableValue<String> origin() {
        return snapshot.map(s -> s.about().origin());
    }

    /// Who has signed this ledger's state outside the owner's hands, literally.
    public ObservableValue<String> witnesses() {
        return snapshot.map(s -> s.about().witnesses().vouching().isEmpty()
                ? texts.text("witness.none")
                : texts.text("witness.some", s.about().witnesses().vouching().size()));
    }

    public ObservableValue<Optional<Problem>> problem() {
        return desk.problem();
    }

    /// What a person has to know before anything else.
    public ObservableValue<List<String>> alarms() {
        return snapshot.map(s -> s.about().alarms());
    }

    /// Said in colour when the days looked at are not today, or when the workspace is open for reading; empty
    /// otherwise.
    public ObservableValue<Optional<String>> editingOff() {
        return snapshot.map(this::editingOff);
    }

    private Optional<String> editingOff(Snapshot shown) {
        if (!shown.asOf().now()) {
            return Optional.of(texts.text(
                    "past",
                    moments.minute(shown.posture().validAt()),
                    moments.minute(shown.posture().knownAt())));
        }
        Description about = shown.about();
        if (about.person().isEmpty()) {
            return Optional.of(texts.text("nobody-signs"));
        }
        return about.access() == Access.READ ? Optional.of(texts.text("reading")) : Optional.empty();
    }

    public boolean lookingBack() {
        return !snapshot.get().asOf().now();
    }

    public LocalDate today() {
        return snapshot.get().takenAt().atZone(desk.zone()).toLocalDate();
    }

    public void lookAt(LocalDate valid, LocalDate known) {
        AsOf days = new AsOf(dayOtherThanToday(valid), dayOtherThanToday(known));
        if (!days.equals(snapshot.get().asOf())) {
            desk.lookAt(days);
        }
    }

    private Optional<LocalDate> dayOtherThanToday(LocalDate day) {
        return Optional.of(day).filter(chosen -> chosen.isBefore(today()));
    }

    public void backToToday() {
        desk.lookAt(AsOf.NOW);
    }

    public ObservableValue<AsOf> days() {
        return snapshot.map(Snapshot::asOf);
    }
}
