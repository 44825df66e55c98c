package org.cairn.reports.pack;

import java.util.List;
import java.util.Optional;
import org.cairn.checklist.Control;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.RequirementId;
import org.cairn.evidence.EvidenceId;

/// Everything about one control: what was answered, what evidence shows, and how.
/// @param answer   the newest answer at the two times of the cover
/// @param outcome  what evidence shows; `Indeterminate` where nothing was recorded
/// @param checks   the automated rules that feed the control, each with its own outcome
/// @param evidence that the control rests on: linked by people or read by its checks, sorted
/// @param supports the requirements that the crosswalk leads to
public record ControlPage(
        Control control,
        Optional<Answer> answer,
        Outcome outcome,
        List<CheckRow> checks,
        List<EvidenceId> evidence,
        List<RequirementId> supports) {
    public ControlPage {
        checks = List.copyOf(checks);
        evidence = List.copyOf(evidence);
        supports = List.copyOf(supports);
    }

    public ControlId id() {
        return control.id();
    }

    /// One automated rule.
    /// @param remedy what to do where it is not satisfied
    public record CheckRow(String id, String title, Outcome outcome, String remedy) {}
}
