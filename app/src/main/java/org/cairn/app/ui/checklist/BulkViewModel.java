package org.cairn.app.ui.checklist;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Doing;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.AnswerRequest;
import org.cairn.app.workspace.AnswerTexts;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.posture.ControlPosture;

/// The same change to several answers, and taking it back. Each answer is an entry of its own, and so is each
/// correction: the ledger forgets nothing. Confined to the UI executor.
public final class BulkViewModel {
    private final Desk desk;
    private final Texts texts = Texts.beside(BulkViewModel.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final ObjectProperty<List<ControlId>> chosen = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<BulkEdit> edit = new SimpleObjectProperty<>(BulkEdit.NOTHING);
    private final Doing recording;
    private final ReadOnlyObjectWrapper<Optional<Done>> undoable = new ReadOnlyObjectWrapper<>(Optional.empty());

    BulkViewModel(Desk desk) {
        this.desk = desk;
        this.recording = new Doing(desk);
    }

    /// What came of taking it back.
    /// @param again     earlier answers that were recorded again
    /// @param withdrawn first answers that were withdrawn
    private record Undone(int again, int withdrawn, Optional<Problem> stopped) {}

    /// What came of one change.
    /// @param earlier  the answers that were replaced, as they can be recorded again
    /// @param fresh    entries of the answers to those that had none before
    /// @param leftOut  how many have no answer that could be changed
    /// @param stopped  why not all were recorded
    record Done(
            int recorded,
            List<AnswerRequest> earlier,
            Map<Subject, Long> fresh,
            int leftOut,
            Optional<Problem> stopped) {
        Done {
            earlier = List.copyOf(earlier);
            fresh = Collections.unmodifiableMap(new LinkedHashMap<>(fresh));
        }
    }

    /// The controls that are marked in the list.
    ObjectProperty<List<ControlId>> chosen() {
        return chosen;
    }

    void choose(AnswerStatus status) {
        BulkEdit now = edit.get();
        edit.set(new BulkEdit(Optional.of(status), now.owner(), now.due(), now.note()));
    }

    /// Whether a change would go to more than the control that is shown.
    boolean several() {
        return chosen.get().size() > 1;
    }

    /// What is to change.
    ObjectProperty<BulkEdit> edit() {
        return edit;
    }

    Doing recording() {
        return recording;
    }

    /// The last change, while it can be taken back.
    ReadOnlyObjectProperty<Optional<Done>> undoable() {
        return undoable.getReadOnlyProperty();
    }

    ObservableValue<Optional<String>> readOnly() {
        return desk.readOnly();
    }

    /// How many of the chosen ones have no answer yet.
    long unanswered() {
        Snapshot now = desk.now();
        return chosen.get().stream()
                .filter(id -> now.posture()
                        .control(id)
                        .flatMap(ControlPosture::answer)
                        .isEmpty())
                .count();
    }

    void apply() {
        if (!several() || !recording.free()) {
            return;
        }
        if (edit.get().changesNothing()) {
            recording.refuse("W-BULK", texts.text("bulk.nothing"));
            return;
        }
        undoable.set(Optional.empty());
        List<ControlId> controls = chosen.get();
        BulkEdit wanted = edit.get();
        Snapshot now = desk.now();
        recording.record(() -> record(now, controls, wanted), this::recorded);
    }

    private Done record(Snapshot now, List<ControlId> controls, BulkEdit wanted) throws WorkspaceException {
        List<AnswerRequest> requests = new ArrayList<>();
        List<Optional<AnswerRequest>> earlier = new ArrayList<>();
        for (ControlId control : controls) {
            Optional<AnswerRequest> before = before(now, control);
            Optional<AnswerRequest> request = wanted.onto(control, before);
            if (request.isPresent()) {
                requests.add(request.get());
                earlier.add(before);
            }
        }
        List<String> unreasoned = BulkEdit.withoutReason(requests);
        if (!unreasoned.isEmpty()) {
            String who = String.join(", ", unreasoned);
            return new Done(
                    0, List.of(), Map.of(), 0, Optional.of(new Problem("W-BULK", texts.text("bulk.reason", who))));
        }
        return record(requests, earlier, controls.size() - requests.size());
    }

    private Done record(List<AnswerRequest> requests, List<Optional<AnswerRequest>> earlier, int leftOut) {
        Optional<Problem> stopped = Optional.empty();
        List<AnswerRequest> replaced = new ArrayList<>();
        Map<Subject, Long> fresh = new LinkedHashMap<>();
        try {
            for (int i = 0; i < requests.size(); i++) {
                AnswerRequest request = requests.get(i);
                long entry = desk.workspace().answer(request);
                earlier.get(i).ifPresentOrElse(replaced::add, () -> fresh.put(request.subject(), entry));
            }
        } catch (WorkspaceException e) {
            stopped = Optional.of(Problem.of(e, kit));
        }
        return new Done(replaced.size() + fresh.size(), replaced, fresh, leftOut, stopped);
    }

    private Optional<AnswerRequest> before(Snapshot now, ControlId control) throws WorkspaceException {
        Optional<Recorded<ControlAnswered>> answer =
                now.posture().control(control).flatMap(ControlPosture::answer);
        return answer.isEmpty()
                ? Optional.empty()
                : Optional.of(again(answer.get().event()));
    }

    private AnswerRequest again(ControlAnswered event) throws WorkspaceException {
        AnswerTexts read = desk.workspace().texts(event);
        return new AnswerRequest(
                event.subject(),
                event.status(),
                read.note(),
                event.maturity(),
                read.owner(),
                event.due(),
                event.appliesFrom(),
                event.evidence(),
                Optional.empty());
    }

    private void recorded(Done done) {
        String words = texts.text("bulk.done", done.recorded());
        String left = done.leftOut() == 0 ? "" : " " + texts.text("bulk.left", done.leftOut());
        recording.came(done.recorded() == 0 ? Optional.empty() : Optional.of(words + left), done.stopped());
        if (done.recorded() > 0) {
            undoable.set(Optional.of(done));
            edit.set(BulkEdit.NOTHING);
        }
    }

    /// Records the answers that were replaced once more, each as a correction, and withdraws those that were the first.
    void undo() {
        if (undoable.get().isEmpty() || !recording.free()) {
            return;
        }
        Done last = undoable.get().get();
        undoable.set(Optional.empty());
        recording.record(() -> back(last), this::undone);
    }

    private void undone(Undone back) {
        String words = texts.text("bulk.undone", back.again());
        String taken = back.withdrawn() == 0 ? "" : " " + texts.text("bulk.undone.withdrawn", back.withdrawn());
        recording.came(Optional.of(words + taken), back.stopped());
    }

    private Undone back(Done last) {
        int again = 0;
        int withdrawn = 0;
        try {
            for (AnswerRequest request : last.earlier()) {
                desk.workspace().answer(request);
                again++;
            }
            for (Map.Entry<Subject, Long> first : last.fresh().entrySet()) {
                desk.workspace().reviews().withdraw(first.getKey(), first.getValue(), texts.text("bulk.undone.reason"));
                withdrawn++;
            }
            return new Undone(again, withdrawn, Optional.empty());
        } catch (WorkspaceException e) {
            return new Undone(again, withdrawn, Optional.of(Problem.of(e, kit)));
        }
    }

    /// Forgets what was said of the last change.
    void dismiss() {
        recording.forget();
        undoable.set(Optional.empty());
    }
}
