package org.cairn.app.ui.scope;

import java.util.List;
import org.cairn.app.ui.kit.Mark;
import org.cairn.checklist.FrameworkId;

/// How far one framework reaches.
/// @param reasons most requirements first
record Reach(FrameworkId framework, String title, long apply, long unscoped, long outOfScope, List<Reason> reasons) {
    /// Why some of its requirements are where they are.
    /// @param mark     which of the three
    /// @param words    of the rule, or the question that is open; empty where no rule limits them
    /// @param citation of the rule or the question; may be empty
    /// @param count    of the requirements that share it
    record Reason(Mark mark, String words, String citation, long count) {}

    Reach {
        reasons = List.copyOf(reasons);
    }
}
