package org.cairn.app.ui.frameworks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.frameworks.FrameworkLines.Card;
import org.cairn.app.ui.frameworks.FrameworkLines.CoverageLine;
import org.cairn.app.ui.frameworks.FrameworkLines.Detail;
import org.cairn.app.ui.frameworks.FrameworkLines.Explanation;
import org.cairn.app.ui.frameworks.FrameworkLines.MatrixLine;
import org.cairn.app.ui.frameworks.FrameworkLines.RequirementLine;
import org.cairn.app.ui.kit.Problem;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.RequirementId;
import org.cairn.frameworks.FrameworkLibrary;
import org.cairn.frameworks.crosswalk.Band;

/// What the frameworks ask, and what the checklist lends them. Confined to the UI executor; the lines are put together
/// in the background.
public final class FrameworksViewModel {
    /// @param from     what was read: what ships, and what people imported
    /// @param coverage one line a framework
    private record Everything(
            FrameworkLibrary from,
            FrameworksReading reading,
            List<MatrixLine> matrix,
            List<CoverageLine> coverage,
            List<Card> responsibilities,
            List<Card> threats) {}

    private final Desk desk;
    private final Library library;
    private final ReadOnlyObjectWrapper<List<Framework>> frameworks;
    private final ObservableList<MatrixLine> matrix = FXCollections.observableArrayList();
    private final ObservableList<Explanation> explanations = FXCollections.observableArrayList();
    private final ObservableList<CoverageLine> coverage = FXCollections.observableArrayList();
    private final ObservableList<RequirementLine> requirements = FXCollections.observableArrayList();
    private final ObservableList<Card> responsibilities = FXCollections.observableArrayList();
    private final ObservableList<Card> threats = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<FrameworkId>> framework = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Band>> band = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Detail>> detail = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final WaysViewModel ways;
    private List<RequirementLine> all = List.of();
    private boolean opened;
    private FrameworksReading reading;
    private Optional<FrameworkLibrary> shown = Optional.empty();

    public FrameworksViewModel(Desk desk, Library library) {
        this.desk = desk;
        this.library = library;
        this.reading = new FrameworksReading(library);
        this.frameworks = new ReadOnlyObjectWrapper<>(library.catalogue().frameworks());
        this.ways = new WaysViewModel(desk, () -> reading, problem);
        desk.snapshot().subscribe((_, now) -> {
            if (opened) {
                read(now);
            }
        });
        framework.subscribe((_, chosen) -> chosen.ifPresent(this::readRequirements));
        band.subscribe((_, _) -> narrow());
        typed.subscribe((_, _) -> narrow());
    }

    /// Puts everything together, and anew once somebody imported a framework.
    public void open() {
        if (!opened) {
            opened = true;
            read(desk.now());
        }
    }

    private void read(Snapshot now) {
        Optional<FrameworkLibrary> before = shown;
        desk.ask(
                () -> {
                    FrameworkLibrary held = now.state().library();
                    return before.filter(same -> same == held).isPresent()
                            ? Optional.<Everything>empty()
                            : Optional.of(everything(held));
                },
                found -> found.ifPresent(this::show),
                this::failed);
    }

    private Everything everything(FrameworkLibrary held) {
        FrameworksReading of = new FrameworksReading(new Library(held, library.checks()));
        return new Everything(held, of, of.matrix(), of.coverage(), of.responsibilities(), of.threats());
    }

    private void show(Everything everything) {
        reading = everything.reading();
        shown = Optional.of(everything.from());
        frameworks.set(everything.from().frameworks());
        matrix.setAll(everything.matrix());
        coverage.setAll(everything.coverage());
        responsibilities.setAll(everything.responsibilities());
        threats.setAll(everything.threats());
        boolean kept = framework.get().isPresent()
                && everything.coverage().stream()
                        .anyMatch(
                                line -> line.framework().equals(framework.get().get()));
        if (kept) {
            readRequirements(framework.get().get());
        } else {
            everything.coverage().stream()
                    .findFirst()
                    .ifPresent(first -> framework.set(Optional.of(first.framework())));
        }
    }

    private void failed(Problem why) {
        problem.set(Optional.of(why));
    }

    /// In the order of the library, then those that people imported.
    public ReadOnlyObjectProperty<List<Framework>> frameworks() {
        return frameworks.getReadOnlyProperty();
    }

    public ObservableList<MatrixLine> matrix() {
        return matrix;
    }

    /// Why the chosen field of the matrix stands as it does.
    public ObservableList<Explanation> explanations() {
        return explanations;
    }

    public ObservableList<CoverageLine> coverage() {
        return coverage;
    }

    /// Of the chosen framework, as far as band and filter leave them over.
    public ObservableList<RequirementLine> requirements() {
        return requirements;
    }

    public ObservableList<Card> responsibilities() {
        return responsibilities;
    }

    public ObservableList<Card> threats() {
        return threats;
    }

    public ObjectProperty<Optional<FrameworkId>> framework() {
        return framework;
    }

    public ObjectProperty<Optional<Band>> band() {
        return band;
    }

    public StringProperty typed() {
        return typed;
    }

    /// Of the chosen requirement.
    public ReadOnlyObjectProperty<Optional<Detail>> detail() {
        return detail.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    public void explain(MatrixLine line, Optional<FrameworkId> column) {
        List<Explanation> rows = line.fields().entrySet().stream()
                .filter(field -> column.isEmpty() || column.get().equals(field.getKey()))
                .sorted((one, other) -> one.getKey().compareTo(other.getKey()))
                .flatMap(field -> field.getValue().rows().stream())
                .toList();
        explanations.setAll(rows);
    }

    /// From the chosen requirement.
    public WaysViewModel ways() {
        return ways;
    }

    public void choose(RequirementLine line) {
        Optional<RequirementId> chosen = Optional.of(line.id());
        ways.from().set(chosen);
        FrameworksReading from = reading;
        desk.ask(
                () -> from.detail(line.id()),
                found -> {
                    if (ways.from().get().equals(chosen)) {
                        detail.set(Optional.of(found));
                    }
                },
                this::failed);
    }

    private void readRequirements(FrameworkId chosen) {
        FrameworksReading from = reading;
        desk.ask(
                () -> from.requirements(chosen),
                lines -> {
                    if (framework.get().equals(Optional.of(chosen))) {
                        all = lines;
                        ways.from().set(Optional.empty());
                        detail.set(Optional.empty());
                        narrow();
                    }
                },
                this::failed);
    }

    private void narrow() {
        String wanted = typed.get().strip().toLowerCase(Locale.ROOT);
        requirements.setAll(all.stream()
                .filter(line -> band.get().isEmpty() || band.get().get() == line.band())
                .filter(line -> (line.number() + " " + line.title())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList());
    }
}
