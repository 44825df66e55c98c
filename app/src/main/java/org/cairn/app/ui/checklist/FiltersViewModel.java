package org.cairn.app.ui.checklist;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The filters that have a name. Confined to the UI executor.
public final class FiltersViewModel {
    private final ChecklistViewModel checklist;
    private final Shelf shelf;
    private final ObservableList<SavedFilter> saved = FXCollections.observableArrayList();
    private final BooleanProperty naming = new SimpleBooleanProperty();

    FiltersViewModel(ChecklistViewModel checklist, Shelf shelf) {
        this.checklist = checklist;
        this.shelf = shelf;
        saved.setAll(shelf.filters());
    }

    public ObservableList<SavedFilter> saved() {
        return saved;
    }

    /// Whether a name is being asked for.
    BooleanProperty naming() {
        return naming;
    }

    /// Keeps what is shown now under a name, in place of another filter of that name. A blank name keeps nothing.
    public void save(String name) {
        naming.set(false);
        if (name.isBlank()) {
            return;
        }
        SavedFilter fresh = new SavedFilter(
                name.strip(), checklist.typed().get(), checklist.narrowing().get());
        List<SavedFilter> all = new ArrayList<>(saved);
        int same = all.stream().map(SavedFilter::name).toList().indexOf(fresh.name());
        if (same < 0) {
            all.add(fresh);
        } else {
            all.set(same, fresh);
        }
        keep(all);
    }

    public void forget(SavedFilter filter) {
        keep(saved.stream().filter(each -> !each.equals(filter)).toList());
    }

    private void keep(List<SavedFilter> all) {
        saved.setAll(all);
        shelf.keep(List.copyOf(all));
    }

    public void apply(SavedFilter filter) {
        checklist.typed().set(filter.typed());
        checklist.narrowing().set(filter.narrowing());
    }
}
