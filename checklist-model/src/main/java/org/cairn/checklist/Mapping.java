package org.cairn.checklist;

/// One row of the crosswalk.
/// @param rationale why the relation holds, in one sentence
public record Mapping(ControlId control, RequirementId requirement, Relation relation, String rationale) {}
