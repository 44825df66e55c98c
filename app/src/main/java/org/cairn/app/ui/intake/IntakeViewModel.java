package org.cairn.app.ui.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.kit.LongWork;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.Cancellation;
import org.cairn.app.workspace.EvidenceByHand;
import org.cairn.app.workspace.HandedIn;
import org.cairn.app.workspace.LookedAtPiece;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.Control;
import org.cairn.checklist.Subject;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RecordedEvidence;

/// What waits to be recorded: looked at, told about, recorded or put back. Confined to the UI executor.
public final class IntakeViewModel {
    private final Desk desk;
    private final Library library;
    private final Supplier<Optional<Subject>> beside;
    private final Texts texts = Texts.beside(IntakeViewModel.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final ObservableList<Draft> drafts = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Draft>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final FolderTicks folder = new FolderTicks();
    private final ReadOnlyObjectWrapper<LongWork> work = new ReadOnlyObjectWrapper<>(new LongWork.Idle());
    private final ReadOnlyObjectWrapper<Optional<EvidenceId>> newest = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> told = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Cancellation cancellation = new Cancellation();

    /// @param beside the control or requirement that is shown, to which what comes is attached first
    public IntakeViewModel(Desk desk, Library library, Supplier<Optional<Subject>> beside) {
        this.desk = desk;
        this.library = library;
        this.beside = beside;
    }

    public ObservableList<Draft> drafts() {
        return drafts;
    }

    public ObjectProperty<Optional<Draft>> selected() {
        return selected;
    }

    public FolderTicks folder() {
        return folder;
    }

    public ReadOnlyObjectProperty<LongWork> work() {
        return work.getReadOnlyProperty();
    }

    /// What came of the last recording.
    public ReadOnlyObjectProperty<Optional<String>> told() {
        return told.getReadOnlyProperty();
    }

    /// What was told is about something that is shown no more.
    public void forgetTold() {
        told.set(Optional.empty());
    }

    /// The piece that was recorded last, here and in this sitting.
    public ReadOnlyObjectProperty<Optional<EvidenceId>> newest() {
        return newest.getReadOnlyProperty();
    }

    /// Why nothing can be recorded; empty where something can.
    public ObservableValue<Optional<String>> readOnly() {
        return desk.readOnly();
    }

    public Moments moments() {
        return new Moments(desk.zone(), kit);
    }

    Desk desk() {
        return desk;
    }

    /// Whether something waits that is not recorded yet.
    public boolean unsaved() {
        return !drafts.isEmpty();
    }

    /// The controls a piece can be attached to.
    public List<Control> controls() {
        return library.catalogue().controls();
    }

    public Library library() {
        return library;
    }

    /// What can be replaced: handed in earlier, and still counting. Newest first.
    public List<RecordedEvidence> replaceable() {
        var now = desk.now();
        return now.evidence().reversed().stream()
                .filter(piece -> piece.evidence().collector().equals(EvidenceByHand.COLLECTOR))
                .filter(piece -> now.forces().of(piece.id()).counts())
                .toList();
    }

    /// Takes what was dropped or pasted; folders are listed first. `came` is asked in the background.
    public void bring(Callable<List<HandedIn.Content>> came) {
        if (!begin(texts.text("looking"))) {
            return;
        }
        desk.ask(() -> looked(came.call()), this::show, this::failed);
    }

    void nothingToPaste() {
        failed(new Problem("W-PASTE", texts.text("nothing-to-paste")));
    }

    /// @param pieces  that can be recorded
    /// @param folders to be looked at
    private record Brought(List<LookedAtPiece> pieces, List<Path> folders, List<String> refused) {}

    private Brought looked(List<HandedIn.Content> contents) throws WorkspaceException {
        List<LookedAtPiece> pieces = new ArrayList<>();
        List<Path> folders = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        EvidenceByHand byHand = desk.workspace().byHand();
        for (HandedIn.Content content : contents) {
            try {
                if (content instanceof HandedIn.OfFile(Path file, var _) && Files.isDirectory(file)) {
                    folders.add(file);
                } else {
                    pieces.add(byHand.look(content));
                }
            } catch (WorkspaceException e) {
                refused.add(String.valueOf(e.getMessage()));
            }
        }
        folders.stream().skip(1).forEach(more -> refused.add(texts.text("one-folder", more)));
        return new Brought(pieces, folders, refused);
    }

    private void show(Brought brought) {
        told.set(Optional.empty());
        Optional<Subject> shown = beside.get();
        List<Draft> fresh =
                brought.pieces().stream().map(piece -> new Draft(piece, shown)).toList();
        drafts.addAll(fresh);
        fresh.stream().findFirst().ifPresent(first -> selected.set(Optional.of(first)));
        work.set(
                brought.refused().isEmpty()
                        ? new LongWork.Idle()
                        : new LongWork.Failed(new Problem("W-INTAKE", String.join("\n", brought.refused()))));
        if (brought.refused().isEmpty()) {
            brought.folders().stream().findFirst().ifPresent(this::look);
        }
    }

    /// Lists a folder. Nothing of it is taken.
    public void look(Path place) {
        if (!begin(texts.text("listing"))) {
            return;
        }
        Cancellation mine = cancellation;
        desk.ask(
                () -> desk.workspace().byHand().scan(place, step -> listing(step.what()), mine),
                listed -> {
                    folder.show(listed);
                    work.set(new LongWork.Idle());
                },
                this::failed);
    }

    private void listing(String path) {
        desk.threads().ui().execute(() -> {
            if (work.get() instanceof LongWork.Running running) {
                work.set(new LongWork.Running(
                        texts.text("listing.at", path), OptionalDouble.empty(), running.stopping()));
            }
        });
    }

    public void cancel() {
        cancellation.request();
        if (work.get() instanceof LongWork.Running running) {
            work.set(new LongWork.Running(running.doing(), running.part(), true));
        }
    }

    /// Goes on with what was ticked.
    public void takeTicked() {
        List<HandedIn.Content> chosen = folder.chosen();
        if (!chosen.isEmpty()) {
            folder.close();
            bring(() -> chosen);
        }
    }

    /// Days, classification and controls of one piece become those of all.
    public void sameForAll(Draft of) {
        drafts.stream().filter(draft -> draft != of).forEach(draft -> draft.takeFrom(of));
    }

    public void remove(Draft draft) {
        drafts.remove(draft);
        if (selected.get().equals(Optional.of(draft))) {
            selected.set(drafts.stream().findFirst());
        }
    }

    public void discard() {
        drafts.clear();
        selected.set(Optional.empty());
        work.set(new LongWork.Idle());
    }

    /// The same file as a report of another tool. Once it is recorded as that, it waits here no more.
    ResultsViewModel results(Draft draft) {
        return new ResultsViewModel(desk, draft, () -> {
            told.set(Optional.of(
                    texts.text("results.recorded", draft.piece().content().name())));
            remove(draft);
        });
    }

    /// What was recorded before something was refused.
    private record Outcome(List<Draft> recorded, Optional<EvidenceId> last, Optional<WorkspaceException> refused) {}

    public void record() {
        List<Draft> all = List.copyOf(drafts);
        List<HandedIn> pieces = all.stream().map(Draft::handedIn).toList();
        if (all.isEmpty() || !desk.now().editable() || !begin(texts.text("recording", all.size()))) {
            return;
        }
        desk.change(() -> recorded(all, pieces), this::recorded, this::failed);
    }

    /// Everything is looked at before the first is recorded.
    private Outcome recorded(List<Draft> all, List<HandedIn> pieces) throws WorkspaceException {
        EvidenceByHand byHand = desk.workspace().byHand();
        for (HandedIn piece : pieces) {
            byHand.check(piece);
        }
        List<Draft> done = new ArrayList<>();
        Optional<EvidenceId> last = Optional.empty();
        try {
            for (int i = 0; i < pieces.size(); i++) {
                last = Optional.of(byHand.record(pieces.get(i)).id());
                done.add(all.get(i));
            }
        } catch (WorkspaceException e) {
            if (done.isEmpty()) {
                throw e;
            }
            return new Outcome(done, last, Optional.of(e));
        }
        return new Outcome(done, last, Optional.empty());
    }

    private void recorded(Outcome outcome) {
        drafts.removeAll(outcome.recorded());
        newest.set(outcome.last());
        selected.set(drafts.stream().findFirst());
        told.set(Optional.of(texts.text("recorded", outcome.recorded().size())));
        work.set(outcome.refused()
                .<LongWork>map(e -> new LongWork.Failed(Problem.of(e, kit)))
                .orElseGet(LongWork.Idle::new));
    }

    private boolean begin(String doing) {
        if (work.get().running()) {
            return false;
        }
        cancellation = new Cancellation();
        work.set(new LongWork.Running(doing, OptionalDouble.empty(), false));
        return true;
    }

    private void failed(Problem why) {
        work.set(new LongWork.Failed(why));
    }
}
