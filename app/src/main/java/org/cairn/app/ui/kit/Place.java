package org.cairn.app.ui.kit;

import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.RequirementId;
import org.cairn.evidence.EvidenceId;

/// Somewhere in the window that another screen can lead to.
public sealed interface Place {
    record PosturePage() implements Place {}

    /// The whole checklist, as it was left.
    record ChecklistPage() implements Place {}

    record ChecklistItem(ControlId control) implements Place {}

    /// The checklist, narrowed to what one bar or number stands for.
    record ChecklistOf(Mark standing) implements Place {}

    /// The controls that reach one framework's requirements in one state.
    record ChecklistFor(FrameworkId framework, Mark state) implements Place {}

    /// The controls that reach one requirement.
    record ChecklistReaching(RequirementId requirement) implements Place {}

    record EvidencePage() implements Place {}

    record EvidenceItem(EvidenceId evidence) implements Place {}

    record CollectPage() implements Place {}

    record CalendarPage() implements Place {}

    record PacksPage() implements Place {}

    record LedgerPage() implements Place {}

    /// The guided way through the scope, from its beginning.
    record ScopeWalk() implements Place {}
}
