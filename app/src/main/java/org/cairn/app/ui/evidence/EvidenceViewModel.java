package org.cairn.app.ui.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Freshness;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.kit.Guide;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Place;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.preview.PreviewViewModel;
import org.cairn.app.ui.preview.PreviewedEvidence;
import org.cairn.app.workspace.EvidenceByHand;
import org.cairn.checklist.posture.EvidenceForce;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.evidence.Source;

/// The table of evidence. Confined to the UI executor.
public final class EvidenceViewModel {
    private final Desk desk;
    private final Library library;
    private final Guide guide;
    private final Moments moments;
    private final Texts texts = Texts.beside(EvidenceViewModel.class);
    private final PreviewViewModel preview;
    private final SupportViewModel support;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private List<Sought> all = List.of();
    private final StringProperty typed = new SimpleStringProperty("");
    private Optional<EvidenceId> expected = Optional.empty();
    private final ObjectProperty<Optional<Line>> selected = new SimpleObjectProperty<>(Optional.empty());

    public EvidenceViewModel(Desk desk, Library library, Guide guide) {
        this.desk = desk;
        this.library = library;
        this.guide = guide;
        this.moments = new Moments(desk.zone(), Texts.beside(Texts.class));
        this.preview = new PreviewViewModel(desk);
        this.support = new SupportViewModel(desk, library);
        selected.subscribe(line -> {
            preview.show(line.map(each -> new PreviewedEvidence(desk.workspace(), each.recorded())));
            support.show(line.map(Line::recorded));
        });
        desk.snapshot().subscribe(this::read);
        typed.subscribe((_, _) -> narrow());
    }

    /// @param words that a filter looks for
    private record Sought(Line line, String words) {}

    /// One row, ready to be shown.
    /// @param population members of all populations together; empty where none was met
    public record Line(
            RecordedEvidence recorded,
            String collector,
            String source,
            String observed,
            String host,
            String user,
            Optional<Integer> population,
            int refusals,
            Mark freshness,
            String age) {
        public EvidenceId id() {
            return recorded.id();
        }
    }

    public ObservableList<Line> lines() {
        return lines;
    }

    public PreviewViewModel preview() {
        return preview;
    }

    public SupportViewModel support() {
        return support;
    }

    public Guide guide() {
        return guide;
    }

    public StringProperty typed() {
        return typed;
    }

    public ObjectProperty<Optional<Line>> selected() {
        return selected;
    }

    public ObservableValue<Boolean> none() {
        return desk.snapshot().map(now -> now.evidence().isEmpty());
    }

    /// In the background, since there may be thousands; the newest state wins.
    private void read(Snapshot now) {
        desk.ask(
                () -> now.evidence().reversed().stream()
                        .map(recorded -> line(recorded, now))
                        .map(line -> new Sought(line, words(line)))
                        .toList(),
                read -> {
                    if (now.equals(desk.now())) {
                        all = read;
                        narrow();
                    }
                },
                support::failed);
    }

    private static String words(Line line) {
        return (line.collector() + " " + line.source() + " " + line.host() + " "
                        + line.id().hex())
                .toLowerCase(Locale.ROOT);
    }

    private void narrow() {
        Optional<EvidenceId> kept = expected.or(() -> selected.get().map(Line::id));
        String wanted = typed.get().strip().toLowerCase(Locale.ROOT);
        lines.setAll(all.stream()
                .filter(each -> each.words().contains(wanted))
                .map(Sought::line)
                .toList());
        selected.set(lines.stream()
                .filter(line -> kept.equals(Optional.of(line.id())))
                .findFirst()
                .or(() -> lines.stream().findFirst()));
        if (expected.equals(selected.get().map(Line::id))) {
            expected = Optional.empty();
        }
    }

    private Line line(RecordedEvidence recorded, Snapshot now) {
        Evidence evidence = recorded.evidence();
        Freshness freshness = Freshness.of(recorded, library, now.posture().validAt());
        return new Line(
                recorded,
                evidence.fact(EvidenceByHand.TITLE)
                        .filter(_ -> evidence.collector().equals(EvidenceByHand.COLLECTOR))
                        .orElse(evidence.collector().value()),
                source(evidence.sources()),
                moments.minute(evidence.observedAt()),
                evidence.host(),
                evidence.readAs(),
                evidence.populations().isEmpty()
                        ? Optional.empty()
                        : Optional.of(evidence.populations().stream()
                                .mapToInt(p -> p.items().size())
                                .sum()),
                evidence.refusals().size(),
                mark(recorded, freshness, now),
                moments.span(freshness.age()));
    }

    /// What people handed in has no time to live: it counts, or its day is over, or a revision took its place.
    private static Mark mark(RecordedEvidence recorded, Freshness freshness, Snapshot now) {
        return switch (now.forces().of(recorded.id())) {
            case EvidenceForce.Counts _ -> freshness.mark();
            case EvidenceForce.Ended _ -> Mark.LAPSED;
            case EvidenceForce.Superseded _ -> Mark.SUPERSEDED;
        };
    }

    /// What took its place, and since when; empty where nothing did.
    public Optional<String> superseded(Line line) {
        return desk.now().forces().of(line.id()) instanceof EvidenceForce.Superseded(EvidenceId by, var since)
                ? Optional.of(texts.text(
                        "superseded",
                        desk.now()
                                .evidence(by)
                                .flatMap(piece -> piece.evidence().fact(EvidenceByHand.TITLE))
                                .orElse(by.shortForm()),
                        moments.minute(since)))
                : Optional.empty();
    }

    private static String source(List<Source> sources) {
        return switch (sources.size()) {
            case 0 -> "";
            case 1 -> sources.getFirst().location();
            default -> sources.getFirst().location() + " +" + (sources.size() - 1);
        };
    }

    /// Whether a person handed it in.
    boolean byHand(Line line) {
        return line.recorded().evidence().collector().equals(EvidenceByHand.COLLECTOR);
    }

    /// Chosen as soon as it is there.
    public void expect(EvidenceId id) {
        expected = Optional.of(id);
    }

    /// At once, or as soon as the list is read.
    public void visit(EvidenceId id) {
        typed.set("");
        if (all.isEmpty() || all.stream().anyMatch(each -> each.line().id().equals(id))) {
            expect(id);
            narrow();
        }
    }

    public void collect() {
        guide.go(new Place.CollectPage());
    }

    public String moment(RecordedEvidence recorded) {
        return moments.minute(recorded.recordedAt());
    }
}
