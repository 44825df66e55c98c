package org.cairn.app.ui.collect;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.app.ui.desk.CollectorCard;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.desk.Snapshot;
import org.cairn.app.ui.kit.LongWork;
import org.cairn.app.ui.kit.Moments;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Reasons;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.Cancellation;
import org.cairn.app.workspace.CollectionProgress;
import org.cairn.app.workspace.CollectionSummary;
import org.cairn.app.workspace.RunChanges;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.evidence.Refusal;

/// A run of collectors as it goes. Confined to the UI executor.
public final class CollectViewModel {
    private final Desk desk;
    private final Library library;
    private final Texts texts = Texts.beside(CollectViewModel.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final Moments moments;
    private final Reasons reasons;
    private final List<CollectorCard> cards;
    private final Map<CollectorId, CollectorState> states = new HashMap<>();
    private final Set<CollectorId> chosen = new HashSet<>();
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<CollectorId>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<LongWork> work = new ReadOnlyObjectWrapper<>(new LongWork.Idle());
    private final ReadOnlyObjectWrapper<Optional<String>> summary = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<RunChanges> changes = Optional.empty();
    private Cancellation cancellation = new Cancellation();
    private int total;
    private int ended;

    public CollectViewModel(Desk desk, Library library) {
        this.desk = desk;
        this.library = library;
        this.moments = new Moments(desk.zone(), kit);
        this.reasons = new Reasons(kit, moments);
        this.cards = desk.workspace().collectors().stream()
                .map(card -> CollectorWords.of(card, texts.language()))
                .toList();
        cards.forEach(card -> chosen.add(card.id()));
        desk.snapshot().subscribe(now -> {
            if (!work.get().running()) {
                readEarlier(now);
            }
        });
    }

    /// One row, ready to be shown.
    /// @param said     what came of it in a few words
    /// @param controls how many controls its evidence bears on
    public record Line(
            CollectorCard card, boolean chosen, CollectorState state, String said, List<String> root, int controls) {
        public CollectorId id() {
            return card.id();
        }
    }

    public ObservableList<Line> lines() {
        return lines;
    }

    public ObjectProperty<Optional<CollectorId>> selected() {
        return selected;
    }

    public ReadOnlyObjectProperty<LongWork> work() {
        return work.getReadOnlyProperty();
    }

    /// What the newest run came to.
    public ReadOnlyObjectProperty<Optional<String>> summary() {
        return summary.getReadOnlyProperty();
    }

    /// Why nothing can be collected; empty where it can.
    public ObservableValue<Optional<String>> readOnly() {
        return desk.readOnly();
    }

    private void readEarlier(Snapshot now) {
        Map<CollectorId, RecordedEvidence> newest = now.evidence().stream()
                .collect(Collectors.toMap(e -> e.evidence().collector(), e -> e, (_, later) -> later));
        for (CollectorCard card : cards) {
            CollectorState known = states.getOrDefault(card.id(), new CollectorState.NeverRun());
            boolean thisSitting = known instanceof CollectorState.Recorded || known instanceof CollectorState.Failed;
            RecordedEvidence recorded = newest.get(card.id());
            if (!thisSitting && recorded != null) {
                states.put(
                        card.id(),
                        new CollectorState.Earlier(recorded, recorded.evidence().observedAt()));
            }
        }
        refresh();
    }

    private void refresh() {
        lines.setAll(cards.stream().map(this::line).toList());
    }

    private Line line(CollectorCard card) {
        CollectorState state = states.getOrDefault(card.id(), new CollectorState.NeverRun());
        return new Line(
                card,
                chosen.contains(card.id()),
                state,
                said(state),
                root(card),
                library.controls(card.id()).size());
    }

    private String said(CollectorState state) {
        return switch (state) {
            case CollectorState.NeverRun _ -> texts.text("never");
            case CollectorState.Waiting _ -> texts.text("waiting");
            case CollectorState.Running _ -> texts.text("running");
            case CollectorState.Recorded(RecordedEvidence e, Duration took) ->
                texts.text("recorded", count(e), e.evidence().refusals().size(), took.toMillis());
            case CollectorState.Earlier(RecordedEvidence e, var observedAt) ->
                texts.text(
                        "earlier",
                        count(e),
                        e.evidence().refusals().size(),
                        moments.span(Duration.between(observedAt, desk.now().takenAt())));
            case CollectorState.Failed(String why) -> why;
        };
    }

    private static int count(RecordedEvidence e) {
        return e.evidence().facts().size()
                + e.evidence().populations().stream()
                        .mapToInt(p -> p.items().size())
                        .sum();
    }

    private List<String> root(CollectorCard card) {
        if (!card.withRoot().isEmpty()) {
            return card.withRoot().stream().map(CollectorCard.Advice::text).toList();
        }
        return switch (library.privilege(card.id())) {
            case NONE -> List.of();
            case ROOT_ADDS -> List.of(texts.text("root.adds"));
            case ROOT -> List.of(texts.text("root.needed"));
        };
    }

    /// The refusals of the selected collector in words, with what would help.
    public List<String> refusals(CollectorId collector) {
        return switch (states.getOrDefault(collector, new CollectorState.NeverRun())) {
            case CollectorState.Recorded(RecordedEvidence e, var _) -> words(e);
            case CollectorState.Earlier(RecordedEvidence e, var _) -> words(e);
            case CollectorState.Failed(String why) -> List.of(why);
            case CollectorState.NeverRun _, CollectorState.Waiting _, CollectorState.Running _ -> List.of();
        };
    }

    private List<String> words(RecordedEvidence e) {
        List<Refusal> all = new java.util.ArrayList<>(e.evidence().refusals());
        e.evidence().populations().forEach(population -> all.addAll(population.refusals()));
        return all.stream().distinct().map(reasons::of).toList();
    }

    /// What the newest run of this sitting saw that the one before had not, of one collector; empty before a run.
    public Optional<List<String>> changes(CollectorId collector) {
        return changes.filter(run -> !run.first())
                .map(run -> new ChangeWords(texts, library.titles()).of(run, collector));
    }

    public void choose(CollectorId collector, boolean on) {
        if (on) {
            chosen.add(collector);
        } else {
            chosen.remove(collector);
        }
        refresh();
    }

    public void chooseAll(boolean on) {
        chosen.clear();
        if (on) {
            cards.forEach(card -> chosen.add(card.id()));
        }
        refresh();
    }

    public void start() {
        List<CollectorId> only =
                cards.stream().map(CollectorCard::id).filter(chosen::contains).toList();
        if (only.isEmpty() || work.get().running() || !desk.now().editable()) {
            return;
        }
        cancellation = new Cancellation();
        total = only.size();
        ended = 0;
        summary.set(Optional.empty());
        only.forEach(id -> states.put(id, new CollectorState.Waiting()));
        work.set(new LongWork.Running(texts.text("doing", 0, total), OptionalDouble.of(0), false));
        refresh();
        Cancellation mine = cancellation;
        desk.change(() -> desk.workspace().collect(only, new Live(), mine), this::done, this::failed);
    }

    public void cancel() {
        cancellation.request();
        if (work.get() instanceof LongWork.Running(String doing, OptionalDouble part, boolean _)) {
            work.set(new LongWork.Running(doing, part, true));
        }
    }

    private void set(CollectorId collector, CollectorState state) {
        states.put(collector, state);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).id().equals(collector)) {
                lines.set(i, line(lines.get(i).card()));
            }
        }
    }

    private void ended(CollectorId collector, CollectorState state) {
        set(collector, state);
        ended++;
        if (work.get() instanceof LongWork.Running(String _, OptionalDouble _, boolean stopping)) {
            work.set(new LongWork.Running(
                    texts.text("doing", ended, total), OptionalDouble.of((double) ended / total), stopping));
        }
    }

    private void done(CollectionSummary came) {
        dropWaiting();
        int refusals = came.evidence().stream()
                .mapToInt(e -> e.evidence().refusals().size())
                .sum();
        changes = Optional.of(came.changes());
        summary.set(Optional.of(texts.text(
                        came.cancelled() ? "summary.cancelled" : "summary",
                        came.evidence().size(),
                        refusals,
                        came.failed().size(),
                        came.took().toSeconds())
                + (came.changes().first()
                        ? ""
                        : " "
                                + texts.text(
                                        "summary.changes",
                                        came.changes().seen().size(),
                                        came.changes().checks().size()))));
        work.set(new LongWork.Idle());
        refresh();
    }

    private void failed(Problem why) {
        dropWaiting();
        work.set(new LongWork.Failed(why));
        refresh();
    }

    /// Collectors that the end of the run left unread.
    private void dropWaiting() {
        states.values()
                .removeIf(state -> state instanceof CollectorState.Waiting || state instanceof CollectorState.Running);
    }

    /// Hears the run on its threads and hands everything to the window's.
    private final class Live implements CollectionProgress {
        @Override
        public void started(CollectorId collector, String title, int all) {
            desk.threads().ui().execute(() -> set(collector, new CollectorState.Running()));
        }

        @Override
        public void recorded(RecordedEvidence evidence, Duration took) {
            desk.threads()
                    .ui()
                    .execute(() -> ended(evidence.evidence().collector(), new CollectorState.Recorded(evidence, took)));
        }

        @Override
        public void failed(CollectorId collector, String why) {
            desk.threads().ui().execute(() -> ended(collector, new CollectorState.Failed(why)));
        }
    }
}
