package org.cairn.checklist;

import java.time.LocalDate;
import java.util.Optional;

/// From when, and until when, the law applies a node, and everything below it that has no date of its own. Law that is
/// amended has two such rows for one node: which one was known on a day is told by `statedOn`.
/// @param appliesFrom first day of application
/// @param until       first day on which it is no longer law, for what was deleted or replaced. It may lie before
///                    `appliesFrom`: then it was deleted before it ever applied
/// @param statedOn    the day on which the act that says so was published
/// @param basis       the provision that says so
public record ApplicationDate(
        RequirementId node, LocalDate appliesFrom, Optional<LocalDate> until, LocalDate statedOn, String basis) {
    public ApplicationDate {
        if (basis.isBlank()) {
            throw new IllegalArgumentException(node + ": an application date names its basis");
        }
    }

    /// Whether it is law on a day: it may apply only later, and it was not deleted or replaced by then.
    public boolean standsOn(LocalDate day) {
        return until.map(day::isBefore).orElse(true);
    }
}
