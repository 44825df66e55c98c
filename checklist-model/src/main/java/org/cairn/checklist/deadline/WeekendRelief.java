package org.cairn.checklist.deadline;

/// Whether an organisation may use the next working day where the act leaves it to some and bars others (Delegated
/// Regulation (EU) 2025/301, Art. 5(4) to (6)).
public enum WeekendRelief {
    ALLOWED,
    BARRED,
    /// Nobody said: the end stays where it is, which is the earlier one.
    NOT_STATED
}
