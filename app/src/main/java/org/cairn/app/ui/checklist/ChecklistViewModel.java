package org.cairn.app.ui.checklist;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Place;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Mapping;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.checklist.posture.RequirementPosture;

/// The list on the left: what is shown, what is selected, and how the keyboard walks it. Confined to the UI executor.
public final class ChecklistViewModel {
    private final Desk desk;
    private final Library library;
    private final Texts texts = Texts.beside(ChecklistViewModel.class);
    private final Texts kit = Texts.beside(Texts.class);
    private final ItemViewModel item;
    private final FiltersViewModel filters;
    private final GuidedViewModel guided;
    private final ObjectProperty<Arrangement> arrangement = new SimpleObjectProperty<>(Arrangement.CATEGORY);
    private final ReadOnlyObjectWrapper<List<Row.Group>> frameworks = new ReadOnlyObjectWrapper<>(List.of());
    private final BulkViewModel bulk;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObjectProperty<Narrowing> narrowing = new SimpleObjectProperty<>(new Narrowing.Everything());
    private final ObservableList<Row.Category> categories = FXCollections.observableArrayList();
    private Optional<FrameworkRows> frameworkRows = Optional.empty();
    private long frameworkReadings;
    private boolean nothingFits;
    private final ReadOnlyObjectWrapper<Optional<ControlId>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());

    private Runnable onward = this::next;

    /// @param shelf what the person kept from other sittings
    public ChecklistViewModel(Desk desk, Library library, Shelf shelf) {
        this.desk = desk;
        this.library = library;
        this.item = new ItemViewModel(desk, library);
        this.bulk = new BulkViewModel(desk);
        this.filters = new FiltersViewModel(this, shelf);
        this.guided = new GuidedViewModel(desk, this, shelf);
        desk.snapshot().subscribe(_ -> {
            forgetFrameworks();
            refresh();
            item.subject().ifPresent(item::show);
        });
        typed.subscribe((_, _) -> refresh());
        narrowing.subscribe((_, _) -> refresh());
        arrangement.subscribe((_, _) -> refresh());
        if (!walk().isEmpty()) {
            select(walk().getFirst().id());
        }
    }

    /// Whether an answer was begun and is not recorded yet.
    public boolean unsaved() {
        return item.unsaved();
    }

    public ItemViewModel item() {
        return item;
    }

    FiltersViewModel filters() {
        return filters;
    }

    GuidedViewModel guided() {
        return guided;
    }

    ObjectProperty<Arrangement> arrangement() {
        return arrangement;
    }

    /// What the filter leaves of the adopted frameworks; empty until the list was arranged by them.
    ReadOnlyObjectProperty<List<Row.Group>> frameworks() {
        return frameworks.getReadOnlyProperty();
    }

    boolean nothingFits() {
        return arrangement.get() == Arrangement.CATEGORY ? categories.isEmpty() : nothingFits;
    }

    /// The same change to several controls.
    BulkViewModel bulk() {
        return bulk;
    }

    public StringProperty typed() {
        return typed;
    }

    public ObjectProperty<Narrowing> narrowing() {
        return narrowing;
    }

    public ObservableList<Row.Category> categories() {
        return categories;
    }

    public ReadOnlyObjectProperty<Optional<ControlId>> selected() {
        return selected.getReadOnlyProperty();
    }

    /// What the tree is narrowed to, in words; empty if it shows everything.
    public Optional<String> narrowedTo() {
        return switch (narrowing.get()) {
            case Narrowing.Everything _ -> Optional.empty();
            case Narrowing.Unanswered _ -> Optional.of(texts.text("narrowed.unanswered"));
            case Narrowing.Standing(Mark mark) -> Optional.of(mark.word(kit));
            case Narrowing.Chosen(String what, var _) -> Optional.of(what);
        };
    }

    private void refresh() {
        Snapshot now = desk.now();
        Map<String, List<Row.Item>> byCategory = new LinkedHashMap<>();
        for (ControlPosture posture : now.posture().controls()) {
            if (narrowing.get().shows(posture) && Narrowing.matches(posture, typed.get(), item.titles())) {
                Row.Item row =
                        new Row.Item(posture, now.evidenceFor(posture, library).size());
                byCategory
                        .computeIfAbsent(item.titles().area(posture.control()), _ -> new ArrayList<>())
                        .add(row);
            }
        }
        categories.setAll(byCategory.entrySet().stream()
                .map(entry -> category(entry.getKey(), entry.getValue()))
                .toList());
        if (arrangement.get() == Arrangement.FRAMEWORK) {
            readFrameworks(now);
        }
    }

    /// Puts together what the arrangement by framework shows of this state, before anybody asks for it.
    public void prepare() {
        Snapshot now = desk.now();
        if (frameworkRows.filter(known -> known.of(now)).isEmpty()) {
            readFrameworks(now);
        }
    }

    /// While they are not shown, rows of another state are not kept.
    private void forgetFrameworks() {
        if (arrangement.get() == Arrangement.CATEGORY) {
            frameworkReadings++;
            frameworkRows = Optional.empty();
            frameworks.set(List.of());
        }
    }

    /// In the background; of several readings under way the newest wins.
    private void readFrameworks(Snapshot now) {
        FrameworkRows rows = frameworkRows
                .filter(known -> known.of(now))
                .orElseGet(() -> new FrameworkRows(library, item.titles(), now));
        frameworkRows = Optional.of(rows);
        Narrowing narrowed = narrowing.get();
        String wanted = typed.get();
        long mine = ++frameworkReadings;
        desk.ask(
                () -> rows.frameworks(narrowed, wanted),
                groups -> {
                    if (mine == frameworkReadings) {
                        nothingFits = groups.isEmpty();
                        frameworks.set(groups);
                    }
                },
                item::failed);
    }

    private static Row.Category category(String name, List<Row.Item> items) {
        int answered = (int)
                items.stream().filter(row -> row.posture().status().isPresent()).count();
        Map<Mark, Long> standings = items.stream()
                .collect(Collectors.groupingBy(
                        row -> Mark.of(row.posture().standing()),
                        () -> new EnumMap<>(Mark.class),
                        Collectors.counting()));
        return new Row.Category(name, answered, standings, items);
    }

    /// The shown controls in reading order.
    private List<Row.Item> walk() {
        return categories.stream()
                .flatMap(category -> category.items().stream())
                .toList();
    }

    /// Shows a control. What was typed for another one and not saved stays with that one until the sitting ends.
    public void select(ControlId control) {
        if (!selected.get().equals(Optional.of(control))) {
            item.open(control);
            selected.set(Optional.of(control));
        }
    }

    /// Shows a requirement that no control reaches.
    void select(RequirementId requirement) {
        if (!item.subject().equals(Optional.of(requirement))) {
            item.open(requirement);
            selected.set(Optional.empty());
        }
    }

    /// Shows the next one that was typed and not recorded, after the one that is shown and round.
    void nextDraft() {
        List<Subject> waiting = List.copyOf(item.drafts().keySet());
        if (!waiting.isEmpty()) {
            int at = item.subject().map(waiting::indexOf).orElse(-1);
            switch (waiting.get((at + 1) % waiting.size())) {
                case ControlId control -> visit(new Place.ChecklistItem(control));
                case RequirementId requirement -> select(requirement);
            }
        }
    }

    public void next() {
        step(1);
    }

    public void previous() {
        step(-1);
    }

    private void step(int by) {
        List<Row.Item> rows = walk();
        int at = indexOf(rows);
        int to = at < 0 ? 0 : at + by;
        if (to >= 0 && to < rows.size()) {
            select(rows.get(to).id());
        }
    }

    private int indexOf(List<Row.Item> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (selected.get().equals(Optional.of(rows.get(i).id()))) {
                return i;
            }
        }
        return -1;
    }

    /// The next control without an answer that counts, from the selected one on and round.
    public void nextUnanswered() {
        List<Row.Item> rows = walk();
        int from = indexOf(rows) + 1;
        for (int i = 0; i < rows.size(); i++) {
            Row.Item row = rows.get((from + i) % rows.size());
            if (row.posture().status().isEmpty()) {
                select(row.id());
                return;
            }
        }
    }

    /// Of the control that is shown, or of all that are marked.
    public void answer(AnswerStatus status) {
        if (guided.open() || !together()) {
            item.choose(status);
        } else if (BulkEdit.ANSWERS.contains(status)) {
            bulk.choose(status);
        }
    }

    public void saveAndNext() {
        if (guided.open()) {
            guided.saveAndNext();
        } else if (together()) {
            bulk.apply();
        } else {
            item.save(onward);
        }
    }

    /// Several are marked in the list that is shown.
    private boolean together() {
        return arrangement.get() == Arrangement.CATEGORY && bulk.several();
    }

    /// How the list that is shown goes on to its next line.
    void onward(Runnable step) {
        onward = step;
    }

    /// Comes from another screen.
    public void visit(Place place) {
        guided.leave();
        switch (place) {
            case Place.ChecklistItem(ControlId control) -> {
                narrowing.set(new Narrowing.Everything());
                typed.set("");
                select(control);
            }
            case Place.ChecklistOf(Mark standing) -> narrowTo(new Narrowing.Standing(standing));
            case Place.ChecklistFor(FrameworkId framework, Mark state) -> narrowTo(behind(framework, state));
            case Place.ChecklistReaching(RequirementId requirement) -> narrowTo(reaching(requirement));
            case Place.ChecklistPage _,
                    Place.PosturePage _,
                    Place.EvidencePage _,
                    Place.EvidenceItem _,
                    Place.CollectPage _,
                    Place.CalendarPage _,
                    Place.PacksPage _,
                    Place.LedgerPage _,
                    Place.ScopeWalk _ -> {}
        }
    }

    private void narrowTo(Narrowing wanted) {
        typed.set("");
        narrowing.set(wanted);
        if (!walk().isEmpty()) {
            select(walk().getFirst().id());
        }
    }

    /// The controls that reach the requirements of one framework that are in one state.
    private Narrowing behind(FrameworkId framework, Mark state) {
        String title = desk.now()
                .posture()
                .framework(framework)
                .map(posture -> item.titles().of(posture.framework()))
                .orElse(framework.value());
        return new Narrowing.Chosen(
                texts.text("narrowed.framework", title, state.word(kit)),
                desk.now().posture().framework(framework).stream()
                        .flatMap(posture -> posture.requirements().stream())
                        .filter(requirement -> Mark.of(requirement.state()) == state)
                        .map(RequirementPosture::mappings)
                        .flatMap(List::stream)
                        .filter(mapping -> mapping.relation().supports())
                        .map(Mapping::control)
                        .collect(Collectors.toSet()));
    }

    private Narrowing reaching(RequirementId requirement) {
        return new Narrowing.Chosen(
                requirement.text(),
                library.catalogue().mappingsOf(requirement).stream()
                        .filter(mapping -> mapping.relation().supports())
                        .map(Mapping::control)
                        .collect(Collectors.toSet()));
    }
}
