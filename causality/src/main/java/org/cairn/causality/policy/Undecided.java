package org.cairn.causality.policy;

/// One event of which the record does not tell enough to hold it against the policy. Not a deviation, and never a pass.
/// @param place in `graph.edges()`
/// @param why   one line for a person
public record Undecided(DeviationKind kind, int place, String why) {}
