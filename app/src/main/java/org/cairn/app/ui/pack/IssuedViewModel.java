package org.cairn.app.ui.pack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Doing;
import org.cairn.app.ui.desk.Followed;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.desk.Titles;
import org.cairn.app.ui.desk.Workplaces;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.kit.VerdictText;
import org.cairn.app.workspace.PackParts;
import org.cairn.app.workspace.PackParts.Part;
import org.cairn.app.workspace.Verification;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.event.Event;
import org.cairn.proof.Digest;
import org.cairn.reports.pack.PackKind;

/// Packs that left the workspace, and how the files of them stand that lie on this machine. Confined to the UI
/// executor.
public final class IssuedViewModel {
    private final Desk desk;
    private final Titles titles;
    private final Workplaces workplaces;
    private final PackPlaces places;
    private final Texts texts = Texts.beside(IssuedViewModel.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final Moments moments;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final Map<Digest, Stands> looked = new HashMap<>();
    private final ObjectProperty<Optional<Line>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Verification>> verified = new SimpleObjectProperty<>(Optional.empty());
    private final Followed<Map<Digest, Boolean>> there;
    private final Doing doing;

    IssuedViewModel(Desk desk, Titles titles, Workplaces workplaces, PackPlaces places) {
        this.desk = desk;
        this.titles = titles;
        this.workplaces = workplaces;
        this.places = places;
        this.moments = new Moments(desk.zone(), kit);
        this.doing = new Doing(desk);
        this.there = new Followed<>(desk, IssuedViewModel.this::present);
        there.value().subscribe(_ -> refresh());
        desk.snapshot().subscribe(_ -> refresh());
        selected.subscribe(_ -> verified.set(Optional.empty()));
    }

    /// @param statement whether it holds a statement of applicability
    /// @param stands how its file was found, in words
    public record Line(
            String issued,
            String kind,
            String framework,
            long entries,
            Digest sums,
            Optional<Path> file,
            boolean statement,
            String stands) {}

    /// What a look at a file came to.
    private record Stands(Mark mark, String at) {}

    void show(boolean seen) {
        there.show(seen);
    }

    ObservableList<Line> lines() {
        return lines;
    }

    ObjectProperty<Optional<Line>> selected() {
        return selected;
    }

    /// All that the newest verification of the selected pack found.
    ObservableValue<Optional<Verification>> verified() {
        return verified;
    }

    Doing doing() {
        return doing;
    }

    /// A pack was written there.
    void made(Digest sums, Path file) {
        places.keep(sums, file.toAbsolutePath().normalize());
        there.again();
    }

    private List<Event.PackIssued> packs(Snapshot now) {
        return now.packs().stream()
                .map(line -> line.recorded().event())
                .filter(Event.PackIssued.class::isInstance)
                .map(Event.PackIssued.class::cast)
                .toList();
    }

    /// Whether the files lie where they were, in the background.
    private Map<Digest, Boolean> present(Snapshot now) {
        Map<Digest, Boolean> found = new HashMap<>();
        for (Event.PackIssued pack : packs(now)) {
            places.of(pack.sums()).ifPresent(file -> found.put(pack.sums(), Files.isRegularFile(file)));
        }
        return found;
    }

    /// Newest first; what was selected stays so.
    private void refresh() {
        Snapshot now = desk.now();
        Optional<Digest> kept = selected.get().map(Line::sums);
        Optional<Verification> said = verified.get();
        List<Line> fresh = new ArrayList<>();
        now.packs().reversed().forEach(line -> {
            if (line.recorded().event() instanceof Event.PackIssued pack) {
                fresh.add(new Line(
                        moments.second(line.recorded().recordedAt()),
                        kind(pack.kind()),
                        now.posture()
                                .framework(pack.framework())
                                .map(posture -> titles.of(posture.framework()))
                                .orElse(pack.framework().value()),
                        pack.size(),
                        pack.sums(),
                        places.of(pack.sums()),
                        pack.kind().equals(PackKind.STATEMENT_OF_APPLICABILITY.code()),
                        stands(pack.sums())));
            }
        });
        lines.setAll(fresh);
        selected.set(fresh.stream()
                .filter(line -> kept.equals(Optional.of(line.sums())))
                .findFirst());
        verified.set(said.filter(_ -> selected.get().isPresent()));
    }

    private String kind(String code) {
        return texts.has("kind.short." + code) ? texts.text("kind.short." + code) : code;
    }

    private String stands(Digest sums) {
        if (looked.containsKey(sums)) {
            Stands last = looked.get(sums);
            return texts.text("stands.looked", last.mark().word(kit), last.at());
        }
        if (places.of(sums).isEmpty()) {
            return texts.text("stands.elsewhere");
        }
        boolean gone = there.value()
                .get()
                .filter(found -> Boolean.FALSE.equals(found.get(sums)))
                .isPresent();
        return texts.text(gone ? "stands.gone" : "stands.unchecked");
    }

    /// Verifies the selected pack where it lies, or the file that is said to be it.
    void verify(Optional<Path> elsewhere) {
        Optional<Line> line = selected.get();
        Optional<Path> file = elsewhere.or(() -> line.flatMap(Line::file));
        if (line.isEmpty() || file.isEmpty()) {
            doing.refuse("W-PACK", texts.text("issued.choose"));
            return;
        }
        Digest sums = line.get().sums();
        Path pack = file.get();
        doing.ask(
                () -> {
                    Digest found = PackParts.sums(pack);
                    if (!found.equals(sums)) {
                        throw new WorkspaceException(
                                WorkspaceException.Kind.BAD_INPUT,
                                texts.text("issued.other", pack.toString(), found.hex()));
                    }
                    return workplaces.verify(pack);
                },
                result -> {
                    looked.put(
                            sums,
                            new Stands(
                                    VerdictText.mark(result.verdict()),
                                    moments.minute(desk.clock().instant())));
                    places.keep(sums, pack.toAbsolutePath().normalize());
                    refresh();
                    verified.set(Optional.of(result));
                });
    }

    void takeOut(Part part, Path to) {
        selected.get()
                .flatMap(Line::file)
                .ifPresent(pack -> doing.ask(
                        () -> {
                            PackParts.takeOut(pack, part, to);
                            return to;
                        },
                        written -> doing.tell(texts.text("issued.taken", written.toString()))));
    }
}
