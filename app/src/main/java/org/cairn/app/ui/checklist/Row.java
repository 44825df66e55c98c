package org.cairn.app.ui.checklist;

import java.util.List;
import java.util.Map;
import org.cairn.app.ui.kit.Mark;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.posture.ControlPosture;

/// One line of the tree on the left.
public sealed interface Row {
    /// A heading with its controls rolled up.
    /// @param standings how many controls stand where, of those that are shown
    record Category(String name, int answered, Map<Mark, Long> standings, List<Item> items) implements Row {
        public Category {
            items = List.copyOf(items);
        }
    }

    record Item(ControlPosture posture, int evidenceCount) implements Row {
        public ControlId id() {
            return posture.control().id();
        }
    }
}
