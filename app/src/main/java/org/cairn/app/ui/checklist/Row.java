package org.cairn.app.ui.checklist;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.cairn.app.ui.kit.Mark;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.checklist.posture.RequirementPosture;

/// One line of the tree on the left.
public sealed interface Row {
    /// A heading with its controls rolled up.
    /// @param standings how many controls stand where, of those that are shown
    record Category(String name, int answered, Map<Mark, Long> standings, List<Item> items) implements Row {
        public Category {
            items = List.copyOf(items);
        }
    }

    /// A framework or one of its chapters, with its requirements rolled up.
    /// @param key      the same for the same heading
    /// @param assessed how many of its requirements were judged at all
    /// @param below    what stands below it, put together when somebody looks
    record Group(String key, String name, Map<Mark, Long> states, int assessed, int total, Supplier<List<Row>> below)
            implements Row {}

    /// A requirement with the controls that reach it.
    record Demand(RequirementPosture posture, String title, int evidenceCount, List<Item> controls) implements Row {
        public Demand {
            controls = List.copyOf(controls);
        }
    }

    record Item(ControlPosture posture, int evidenceCount) implements Row {
        public ControlId id() {
            return posture.control().id();
        }
    }
}
