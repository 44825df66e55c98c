package org.cairn.checklist.check;

import java.time.LocalDate;

/// That something found was accepted. It never turns what was found into a pass.
/// @param until the last day (UTC)
/// @param entry that says so
public record Acceptance(How how, LocalDate until, long entry) {
    public enum How {
        /// It is held to be no departure: whether something is wrong cannot be told while that is so.
        FALSE_POSITIVE,
        /// It stays a finding, which names who bears it.
        TOLERATED
    }
}
