package org.cairn.frameworks;

/// What it takes to put a control in place: `LOW` a change of settings, `MEDIUM` days of one team, `HIGH` a project.
public enum Effort {
    LOW,
    MEDIUM,
    HIGH
}
