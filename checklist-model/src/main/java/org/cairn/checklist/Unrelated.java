package org.cairn.checklist;

/// A row of the crosswalk that says on purpose that a control relates to nothing in a framework.
/// @param rationale why there is no relation, in one sentence
public record Unrelated(ControlId control, FrameworkId framework, String rationale) {}
