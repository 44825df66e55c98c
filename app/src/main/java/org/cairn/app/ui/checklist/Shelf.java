package org.cairn.app.ui.checklist;

import java.util.List;
import java.util.Optional;
import org.cairn.checklist.ControlId;

/// What a person keeps beside the checklist of one workspace from one sitting to the next. It is kept for that person,
/// not in the workspace. Confined to the UI executor.
public interface Shelf {
    /// In the order in which they were named.
    List<SavedFilter> filters();

    void keep(List<SavedFilter> filters);

    /// Where the guided walk was left.
    Optional<ControlId> walkedTo();

    void walkTo(ControlId control);
}
