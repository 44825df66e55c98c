package org.cairn.frameworks;

/// How bad it is where a control is missing.
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
