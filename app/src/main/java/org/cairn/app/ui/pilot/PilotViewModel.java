package org.cairn.app.ui.pilot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.cairn.app.pilot.PilotMeasure;
import org.cairn.app.pilot.PilotState;
import org.cairn.app.pilot.PilotState.Standing;
import org.cairn.app.pilot.PilotWords;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Doing;
import org.cairn.app.ui.desk.Followed;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.event.ProgrammeEvent.PilotMeasured;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RecordedEvidence;

/// The pilot of the state that is looked at, and what is entered about it. Confined to the UI executor.
public final class PilotViewModel {
    private final Desk desk;
    private final Texts texts = Texts.beside(PilotViewModel.class);
    private final PilotWords words;
    private final Followed<Optional<PilotState>> read;
    private final ObjectProperty<Optional<PilotState.Line>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final Doing recording;

    public PilotViewModel(Desk desk) {
        this.desk = desk;
        this.recording = new Doing(desk);
        this.words = PilotWords.in(Texts.beside(Texts.class).language());
        this.read = new Followed<>(desk, now -> desk.workspace().pilots().state(now.state()));
    }

    /// Whether a page shows it now: it is read only then.
    public void show(boolean seen) {
        read.show(seen);
    }

    /// Empty until it was read; then empty where no pilot has begun.
    ReadOnlyObjectProperty<Optional<Optional<PilotState>>> state() {
        return read.value();
    }

    ObservableValue<Optional<Problem>> unreadable() {
        return read.problem();
    }

    ObservableValue<Optional<String>> readOnly() {
        return desk.readOnly();
    }

    PilotWords words() {
        return words;
    }

    /// The measure that is shown below.
    ObjectProperty<Optional<PilotState.Line>> chosen() {
        return chosen;
    }

    Doing recording() {
        return recording;
    }

    static Mark mark(Standing standing) {
        return switch (standing) {
            case REACHED -> Mark.SATISFIED;
            case MISSED -> Mark.NOT_MET;
            case OPEN -> Mark.NOT_ASSESSED;
            case OVERDUE -> Mark.LAPSED;
        };
    }

    /// What shows a measure, in one line.
    String shown(PilotState.Line line) {
        List<String> all = new ArrayList<>();
        line.figure().map(words::figure).ifPresent(all::add);
        line.said().ifPresent(all::add);
        return all.isEmpty() ? words.how(line.measure()) : String.join(" ", all);
    }

    /// Evidence that a person can name, the newest first.
    List<RecordedEvidence> pieces() {
        return desk.now().evidence().reversed();
    }

    static String title(RecordedEvidence piece) {
        return piece.evidence()
                        .fact("title")
                        .orElse(piece.evidence().collector().value()) + " · "
                + piece.id().shortForm();
    }

    void begin(Optional<LocalDate> day, String purpose) {
        if (day.isEmpty()) {
            recording.refuse("W-PILOT", texts.text("begin.missing"));
            return;
        }
        change(() -> desk.workspace().pilots().begin(day.get(), purpose), texts.text("begun"));
    }

    void enter(PilotMeasured.Result result, Optional<EvidenceId> piece, String said) {
        Optional<PilotMeasure> measure = chosen.get().map(PilotState.Line::measure);
        if (measure.isEmpty() || piece.isEmpty()) {
            recording.refuse("W-PILOT", texts.text("evidence.missing"));
            return;
        }
        change(
                () -> desk.workspace().pilots().measure(measure.get(), result, List.of(piece.get()), said),
                texts.text("entered"));
    }

    private <T> void change(Callable<T> work, String done) {
        recording.change(work, _ -> done);
    }

    /// Writes the signed report.
    void report(Path file) {
        recording.ask(
                () -> Files.write(
                        file,
                        desk.workspace()
                                .pilots()
                                .report(Texts.beside(Texts.class).language())
                                .toByteArray()),
                _ -> recording.tell(texts.text("reported", file)));
    }
}
