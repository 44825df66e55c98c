package org.cairn.app.ui.checklist;

import java.util.List;
import java.util.Optional;
import org.cairn.checklist.ControlId;

/// A shelf that lasts as long as the test.
public final class KeptInMemory implements Shelf {
    private List<SavedFilter> filters = List.of();
    private Optional<ControlId> walked = Optional.empty();

    @Override
    public List<SavedFilter> filters() {
        return filters;
    }

    @Override
    public void keep(List<SavedFilter> all) {
        filters = all;
    }

    @Override
    public Optional<ControlId> walkedTo() {
        return walked;
    }

    @Override
    public void walkTo(ControlId control) {
        walked = Optional.of(control);
    }
}
