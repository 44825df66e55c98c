package org.cairn.app.ui.checklist;

/// What the checklist is ordered by.
public enum Arrangement {
    CATEGORY,
    FRAMEWORK
}
