package org.cairn.checklist.check;

/// How much of a control one check covers.
public enum Coverage {
    /// The check covers everything the control asks; its outcome is the control's.
    FULL,
    /// The check covers a part; a person shows the rest.
    PARTIAL
}
