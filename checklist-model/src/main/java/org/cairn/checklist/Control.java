package org.cairn.checklist;

/// A measure: one row of the checklist.
/// @param category the heading it stands under, e.g. `Network security`
/// @param title    what is asked, in our own words
public record Control(ControlId id, String category, String title) {}
