package org.cairn.checklist.calendar;

/// Whether a day or a duty bears on an organisation, by the facts of its scope.
public enum Bearing {
    APPLIES,
    /// Not known: a fact of scope is missing. It is shown, since it may apply.
    UNSCOPED
}
