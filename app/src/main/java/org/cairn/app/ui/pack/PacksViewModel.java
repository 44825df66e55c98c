package org.cairn.app.ui.pack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.desk.Titles;
import org.cairn.app.ui.desk.Workplaces;
import org.cairn.app.ui.kit.LongWork;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.IssuedPack;
import org.cairn.app.workspace.PackRequest;
import org.cairn.app.workspace.Step;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.frameworks.Language;
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
    private final ObservableValue<PackDefaults> defaults;
    private Optional<PackDefaults> begun = Optional.empty();
    private final ReadOnlyObjectWrapper<LongWork> making = new ReadOnlyObjectWrapper<>(new LongWork.Idle());
    private final ReadOnlyObjectWrapper<Optional<IssuedPack>> made = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<LongWork> verifying = new ReadOnlyObjectWrapper<>(new LongWork.Idle());
    private final ReadOnlyObjectWrapper<Optional<CheckedPack>> checked = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param defaults what the form begins with
    public PacksViewModel(Desk desk, Library library, Workplaces workplaces, ObservableValue<PackDefaults> defaults) {
        this.desk = desk;
        this.library = library;
        this.workplaces = workplaces;
        this.moments = new Moments(desk.zone(), Texts.beside(Texts.class));
        this.language = new SimpleObjectProperty<>();
        this.defaults = defaults;
        begin();
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

    /// A pack that left the workspace.
    public record IssuedLine(String issued, String kind, String framework, long entries, String sums) {}

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

    /// Newest first.
    public ObservableValue<List<IssuedLine>> issued() {
        return desk.snapshot().map(this::issued);
    }

    private List<IssuedLine> issued(Snapshot now) {
        List<IssuedLine> lines = new ArrayList<>();
        now.packs().reversed().forEach(line -> {
            if (line.recorded().event() instanceof Event.PackIssued pack) {
                lines.add(new IssuedLine(
                        moments.second(line.recorded().recordedAt()),
                        pack.kind(),
                        now.posture()
                                .framework(pack.framework())
                                .map(posture -> titles().of(posture.framework()))
                                .orElse(pack.framework().value()),
                        pack.size(),
                        pack.sums().hex()));
            }
        });
        return lines;
    }

    public void make() {
        if (making.get().running()) {
            return;
        }
        if (framework.get().isEmpty() || file.get().isBlank()) {
            making.set(new LongWork.Failed(new Problem("W-PACK", texts.text("make.incomplete"))));
            return;
        }
        PackRequest request = new PackRequest(
                framework.get().get(),
                "full",
                Path.of(file.get().strip()),
                Set.of(),
                desk.now().lookedAt().asked(desk.now().takenAt(), desk.zone()),
                language.get(),
                depth.get());
        made.set(Optional.empty());
        making.set(new LongWork.Running(texts.text("make.begin"), OptionalDouble.empty(), false));
        desk.change(
                () -> desk.workspace().pack(request, step -> desk.threads().ui().execute(() -> at(step))),
                pack -> {
                    making.set(new LongWork.Idle());
                    made.set(Optional.of(pack));
                },
                why -> making.set(new LongWork.Failed(why)));
    }

    private void at(Step step) {
        if (making.get().running()) {
            making.set(new LongWork.Running(
                    texts.text("make.step." + step.done()),
                    OptionalDouble.of((double) step.done() / Math.max(1, step.total())),
                    false));
        }
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
