package org.cairn.app.ui.auditor;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.cairn.app.audit.AuditException;
import org.cairn.app.audit.AuditWords;
import org.cairn.app.audit.ItemTitles;
import org.cairn.app.audit.ListedItem;
import org.cairn.app.audit.MarkedItem;
import org.cairn.app.audit.ReviewDraft;
import org.cairn.app.ui.kit.Mark;
import org.cairn.app.ui.kit.Problem;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.ui.start.StartViewModel;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.AuditItem;
import org.cairn.checklist.event.AuditMark;
import org.cairn.evidence.EvidenceId;

/// The items of a pack and what the auditor says of them. What was typed and is not marked yet stays with its item.
/// Confined to the UI executor.
final class ItemsViewModel {
    private final Texts texts = Texts.beside(ItemsViewModel.class);
    private final StartViewModel.SystemTime time;
    private final Consumer<ReviewDraft> keep;
    private final ObservableList<MarkRow> rows = FXCollections.observableArrayList();
    private final FilteredList<MarkRow> shown = new FilteredList<>(rows);
    private final Map<AuditItem, Integer> places = new HashMap<>();
    private final Map<AuditItem, Typed> begun = new HashMap<>();
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Shown> showing = new SimpleObjectProperty<>(Shown.LISTED);
    private final ObjectProperty<List<MarkRow>> chosen = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Typed> typed = new SimpleObjectProperty<>(Typed.NOTHING);
    private final ReadOnlyObjectWrapper<ReviewDraft> draft;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Set<AuditItem> editing = Set.of();

    /// @param keep takes every change
    ItemsViewModel(
            ReviewDraft begunWith, ItemTitles titles, StartViewModel.SystemTime time, Consumer<ReviewDraft> keep) {
        this.time = time;
        this.keep = keep;
        this.draft = new ReadOnlyObjectWrapper<>(begunWith);
        List<MarkRow> all = new ArrayList<>();
        for (ListedItem item : begunWith.items()) {
            String state = AuditWords.state(item.state(), titles.language());
            all.add(row(item.item(), titles.of(item), Texts.sentence(state), true));
        }
        for (RequirementId requirement : begunWith.further()) {
            AuditItem item = new AuditItem.Row(requirement);
            all.add(row(item, titles.of(requirement), texts.text("items.further"), false));
        }
        for (int place = 0; place < all.size(); place++) {
            places.put(all.get(place).item(), place);
        }
        rows.setAll(all);
        search.subscribe(_ -> narrow());
        showing.subscribe(_ -> narrow());
        chosen.subscribe(this::turn);
        typed.subscribe(_ -> problem.set(Optional.empty()));
    }

    private MarkRow row(AuditItem item, String title, String state, boolean listed) {
        return new MarkRow(item, name(item), title, state, listed, draft.get().mark(item));
    }

    private static String name(AuditItem item) {
        return switch (item) {
            case AuditItem.Row(Subject subject) -> subject.text();
            case AuditItem.Piece(EvidenceId piece) -> piece.shortForm();
        };
    }

    private void narrow() {
        String words = search.get().strip().toLowerCase(Locale.ROOT);
        Shown which = showing.get();
        shown.setPredicate(row -> which.holds(row)
                && (words.isEmpty()
                        || (row.id() + " " + row.title() + " " + row.remark())
                                .toLowerCase(Locale.ROOT)
                                .contains(words)));
    }

    /// Keeps what was typed with what it was typed about, and shows what is said of the rows that are chosen now.
    private void turn(List<MarkRow> now) {
        Set<AuditItem> items = new HashSet<>();
        now.forEach(row -> items.add(row.item()));
        if (items.equals(editing)) {
            return;
        }
        setAside();
        editing = Set.copyOf(items);
        problem.set(Optional.empty());
        typed.set(now.size() == 1 ? said(now.getFirst()) : Typed.NOTHING);
    }

    private void setAside() {
        if (editing.size() == 1) {
            AuditItem item = editing.iterator().next();
            if (typed.get().equals(Typed.of(draft.get().mark(item)))) {
                begun.remove(item);
            } else {
                begun.put(item, typed.get());
            }
        }
    }

    private Typed said(MarkRow row) {
        return begun.getOrDefault(row.item(), Typed.of(row.mark()));
    }

    ObservableList<MarkRow> shown() {
        return shown;
    }

    StringProperty search() {
        return search;
    }

    ObjectProperty<Shown> showing() {
        return showing;
    }

    ObjectProperty<List<MarkRow>> chosen() {
        return chosen;
    }

    ObjectProperty<Typed> typed() {
        return typed;
    }

    ReadOnlyObjectProperty<ReviewDraft> draft() {
        return draft.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    static Mark mark(MarkRow row) {
        return row.mark()
                .map(said -> switch (said.mark()) {
                    case ACCEPTED -> Mark.AUDIT_ACCEPTED;
                    case OBJECTION -> Mark.AUDIT_OBJECTION;
                    case MORE_NEEDED -> Mark.AUDIT_MORE_NEEDED;
                })
                .orElse(Mark.AUDIT_NONE);
    }

    String counts() {
        ReviewDraft now = draft.get();
        return texts.text(
                "items.counts",
                now.items().size() - now.unmarked().size(),
                now.items().size(),
                now.count(AuditMark.ACCEPTED),
                now.count(AuditMark.OBJECTION),
                now.count(AuditMark.MORE_NEEDED));
    }

    /// Whether something was typed that is no mark yet.
    boolean unsaved() {
        setAside();
        return !begun.isEmpty();
    }

    /// @return whether what is typed was said of all that is chosen
    boolean mark() {
        Typed said = typed.get();
        if (editing.isEmpty()) {
            return refuse("mark.none-chosen");
        }
        if (said.mark().isEmpty()) {
            return refuse("mark.none");
        }
        if (said.asksForWork() && said.remark().isBlank()) {
            return refuse("mark.remark-missing");
        }
        if (said.asksForWork()
                && said.due().filter(day -> day.isBefore(today())).isPresent()) {
            return refuse("mark.over");
        }
        Optional<String> remark = Optional.of(said.remark().strip()).filter(words -> !words.isEmpty());
        List<MarkedItem> marks = new ArrayList<>();
        try {
            for (AuditItem item : editing) {
                marks.add(new MarkedItem(
                        item, said.mark().get(), remark, said.asksForWork() ? said.due() : Optional.empty()));
            }
            take(marks);
        } catch (AuditException | IllegalArgumentException e) {
            problem.set(Optional.of(new Problem("W-MARK", String.valueOf(e.getMessage()))));
            return false;
        }
        return true;
    }

    /// Marks that came from elsewhere take the place of those that are there.
    void take(List<MarkedItem> marks) throws AuditException {
        change(draft.get().marked(marks), marks.stream().map(MarkedItem::item).toList());
    }

    /// Nothing is said of what is chosen any more.
    void unmark() {
        List<AuditItem> items = List.copyOf(editing);
        change(draft.get().unmarked(items), items);
        typed.set(Typed.NOTHING);
    }

    private void change(ReviewDraft now, List<AuditItem> items) {
        draft.set(now);
        keep.accept(now);
        problem.set(Optional.empty());
        for (AuditItem item : items) {
            begun.remove(item);
            Optional.ofNullable(places.get(item))
                    .ifPresent(place -> rows.set(place, rows.get(place).marked(now.mark(item))));
        }
        if (editing.size() == 1) {
            typed.set(Typed.of(now.mark(editing.iterator().next())));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.clock().instant(), ZoneOffset.UTC);
    }

    private boolean refuse(String key) {
        problem.set(Optional.of(new Problem("W-MARK", texts.text(key))));
        return false;
    }
}
