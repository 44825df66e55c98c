package org.cairn.causality.policy;

/// One event that departs from a policy. What was tried and failed counts too: the event's result tells.
/// @param place in `graph.edges()`, of the event; where the same process did the same again, of the first time
/// @param what  one line for a person: who did what; the same words for the same thing, so that it can be recognised
/// @param rule  the part of the policy that does not allow it, e.g. `destinations`
public record Deviation(DeviationKind kind, int place, String what, String rule) {}
