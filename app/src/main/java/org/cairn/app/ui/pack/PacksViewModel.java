package org.cairn.app.ui.pack;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CancellationException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Followed;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.desk.Titles;
import org.cairn.app.ui.desk.Workplaces;
import org.cairn.app.ui.kit.LongWork;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.Cancellation;
import org.cairn.app.workspace.EvidenceByHand;
import org.cairn.app.workspace.IssuedPack;
import org.cairn.app.workspace.PackRequest;
import org.cairn.app.workspace.Step;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.frameworks.Language;
import org.cairn.reports.pack.PackKind;
import org.cairn.reports.pack.Statement;
import org.cairn.reports.pdf.Depth;

/// Makes packs and verifies them. Confined to the UI executor.
public final class PacksViewModel {
    private final Desk desk;
    private final Library library;
    private final Workplaces workplaces;
    private final Texts texts = Texts.beside(PacksViewModel.class);
    private final Moments moments;
    private final ObjectProperty<Optional<FrameworkId>> framework = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Language> language;
    private final ObjectProperty<Depth> depth = new SimpleObjectProperty<>();
    private final StringProperty file = new SimpleStringProperty("");
    /// From step 4 on there is a file.
    private static final int LAST_STEP_BEFORE_THE_FILE = 3;

    private final IssuedViewModel issued;
    private final ObjectProperty<PackKind> kind = new SimpleObjectProperty<>(PackKind.FULL);
    private final BooleanProperty withholdsRedacted = new SimpleBooleanProperty();
    private final Set<EvidenceId> withheld = new HashSet<>();
    private final ReadOnlyObjectWrapper<Integer> withheldCount = new ReadOnlyObjectWrapper<>(0);
    private final ObservableList<Piece> pieces = FXCollections.observableArrayList();
    private final Followed<List<Piece>> read;
    private final ReadOnlyObjectWrapper<Optional<String>> told = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Cancellation stop = new Cancellation();
    private final ObservableValue<PackDefaults> defaults;
    private Optional<PackDefaults> begun = Optional.empty();
    private final ReadOnlyObjectWrapper<LongWork> making = new ReadOnlyObjectWrapper<>(new LongWork.Idle());
    private final ReadOnlyObjectWrapper<Optional<IssuedPack>> made = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<LongWork> verifying = new ReadOnlyObjectWrapper<>(new LongWork.Idle());
    private final ReadOnlyObjectWrapper<Optional<CheckedPack>> checked = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param defaults what the form begins with
    public PacksViewModel(
            Desk desk,
            Library library,
            Workplaces workplaces,
            ObservableValue<PackDefaults> defaults,
            PackPlaces places) {
        this.desk = desk;
        this.library = library;
        this.workplaces = workplaces;
        this.moments = new Moments(desk.zone(), Texts.beside(Texts.class));
        this.language = new SimpleObjectProperty<>();
        this.defaults = defaults;
        begin();
        this.issued = new IssuedViewModel(desk, library.titles(), workplaces, places);
        this.read = new Followed<>(desk, this::readPieces);
        read.value().subscribe(now -> pieces.setAll(now.orElse(List.of())));
        framework.subscribe((_, _) -> beginAgain());
        framework.set(frameworks().getValue().stream().map(Framework::id).findFirst());
    }

    /// Where other defaults were set since, the form begins with these.
    void begin() {
        PackDefaults now = defaults.getValue();
        if (!Optional.of(now).equals(begun)) {
            begun = Optional.of(now);
            language.set(now.language().orElseGet(texts::language));
            depth.set(now.depth());
        }
    }

    /// A piece of evidence that would go out.
    public record Piece(EvidenceId id, String words) {}

    IssuedViewModel issued() {
        return issued;
    }

    ObjectProperty<PackKind> kind() {
        return kind;
    }

    BooleanProperty withholdsRedacted() {
        return withholdsRedacted;
    }

    ObservableList<Piece> pieces() {
        return pieces;
    }

    ObservableValue<Optional<Problem>> piecesUnreadable() {
        return read.problem();
    }

    /// Whether the pieces are shown now: they are read only then.
    void showPieces(boolean seen) {
        read.show(seen);
    }

    ObservableValue<Integer> withheldCount() {
        return withheldCount;
    }

    boolean isWithheld(Piece piece) {
        return withheld.contains(piece.id());
    }

    void withhold(Piece piece, boolean stays) {
        if (stays) {
            withheld.add(piece.id());
        } else {
            withheld.remove(piece.id());
        }
        withheldCount.set(withheld.size());
    }

    /// Of another framework other evidence goes out.
    private void beginAgain() {
        withheld.clear();
        withheldCount.set(0);
        read.again();
    }

    private List<Piece> readPieces(Snapshot now) throws WorkspaceException {
        return framework.get().isEmpty()
                ? List.of()
                : now.state().packEvidence(framework.get().get()).reversed().stream()
                        .map(this::piece)
                        .toList();
    }

    private Piece piece(RecordedEvidence recorded) {
        Evidence evidence = recorded.evidence();
        String name = evidence.fact(EvidenceByHand.TITLE)
                .filter(_ -> evidence.collector().equals(EvidenceByHand.COLLECTOR))
                .orElse(evidence.collector().value());
        return new Piece(
                recorded.id(),
                texts.text(
                        "withhold.piece",
                        recorded.id().shortForm() + " " + name,
                        moments.minute(evidence.observedAt())));
    }

    /// Adopted in the state that is shown.
    public ObservableValue<List<Framework>> frameworks() {
        return desk.snapshot()
                .map(shown -> shown.posture().frameworks().values().stream()
                        .map(FrameworkPosture::framework)
                        .toList());
    }

    public Titles titles() {
        return library.titles();
    }

    public ObjectProperty<Optional<FrameworkId>> framework() {
        return framework;
    }

    /// Of report, workbook and README; the window's until another is chosen.
    public ObjectProperty<Language> language() {
        return language;
    }

    /// How much the report prints.
    public ObjectProperty<Depth> depth() {
        return depth;
    }

    public StringProperty file() {
        return file;
    }

    public String suggestedName() {
        String day = moments.second(desk.now().times().validAt()).substring(0, 10);
        return framework.get().map(FrameworkId::value).orElse("cairn") + "-" + day + ".zip";
    }

    public ReadOnlyObjectProperty<LongWork> making() {
        return making.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<IssuedPack>> made() {
        return made.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<LongWork> verifying() {
        return verifying.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<CheckedPack>> checked() {
        return checked.getReadOnlyProperty();
    }

    /// Why no pack can be made; empty where one can.
    public ObservableValue<Optional<String>> notIssuable() {
        return desk.notIssuable();
    }

    /// Said where a pack would show another state than the present.
    public ObservableValue<Optional<String>> shows() {
        return desk.snapshot()
                .map(shown -> Optional.of(shown.times())
                        .filter(times -> !times.now())
                        .map(times -> texts.text(
                                "shows",
                                moments.minute(times.validAt()),
                                moments.minute(times.knownAt()),
                                times.size())));
    }

    public void make() {
        if (making.get().running()) {
            return;
        }
        if (framework.get().isEmpty() || file.get().isBlank()) {
            making.set(new LongWork.Failed(new Problem("W-PACK", texts.text("make.incomplete"))));
            return;
        }
        if (kind.get() == PackKind.STATEMENT_OF_APPLICABILITY
                && !framework.get().get().equals(Statement.FRAMEWORK)) {
            making.set(new LongWork.Failed(new Problem("W-PACK", texts.text("kind.wrong"))));
            return;
        }
        PackRequest request = new PackRequest(
                framework.get().get(),
                kind.get().code(),
                Path.of(file.get().strip()),
                withheld,
                desk.now().lookedAt().asked(desk.now().takenAt(), desk.zone()),
                language.get(),
                depth.get(),
                withholdsRedacted.get());
        Cancellation cancellation = new Cancellation();
        stop = cancellation;
        told.set(Optional.empty());
        made.set(Optional.empty());
        making.set(new LongWork.Running(texts.text("make.begin"), OptionalDouble.empty(), false));
        desk.change(
                () -> write(request, cancellation),
                pack -> {
                    making.set(new LongWork.Idle());
                    made.set(pack);
                    pack.ifPresentOrElse(
                            file -> issued.made(file.sums(), file.file()),
                            () -> told.set(Optional.of(texts.text("cancelled"))));
                },
                why -> making.set(new LongWork.Failed(why)));
    }

    /// Empty where it was cancelled in time.
    private Optional<IssuedPack> write(PackRequest request, Cancellation cancellation) throws WorkspaceException {
        try {
            return Optional.of(desk.workspace().pack(request, step -> {
                if (cancellation.requested() && step.done() <= LAST_STEP_BEFORE_THE_FILE) {
                    throw new CancellationException();
                }
                desk.threads().ui().execute(() -> at(step, cancellation));
            }));
        } catch (CancellationException _) {
            return Optional.empty();
        }
    }

    private void at(Step step, Cancellation cancellation) {
        if (making.get().running()) {
            making.set(new LongWork.Running(
                    texts.text("make.step." + step.done()),
                    OptionalDouble.of((double) step.done() / Math.max(1, step.total())),
                    cancellation.requested()));
        }
    }

    /// Before the next step; once the file is being written, it is finished.
    void cancel() {
        stop.request();
        if (making.get() instanceof LongWork.Running running) {
            making.set(new LongWork.Running(running.doing(), running.part(), true));
        }
    }

    /// What came of a cancelled pack.
    ReadOnlyObjectProperty<Optional<String>> told() {
        return told.getReadOnlyProperty();
    }

    public void verify(Path pack) {
        if (verifying.get().running()) {
            return;
        }
        checked.set(Optional.empty());
        verifying.set(new LongWork.Running(
                texts.text("verify.doing", String.valueOf(pack.getFileName())), OptionalDouble.empty(), false));
        desk.ask(
                () -> workplaces.verify(pack),
                result -> {
                    verifying.set(new LongWork.Idle());
                    checked.set(Optional.of(new CheckedPack(pack, result)));
                },
                why -> verifying.set(new LongWork.Failed(why)));
    }
}
