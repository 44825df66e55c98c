package org.cairn.checklist;

/// One row of the crosswalk: how one control relates to one requirement.
/// @param rationale why the relation holds, in one sentence
public record Mapping(ControlId control, RequirementId requirement, Relation relation, String rationale) {}
