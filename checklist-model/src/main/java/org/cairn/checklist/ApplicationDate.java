package org.cairn.checklist;

import java.time.LocalDate;

/// From when the law applies a node, and everything below it that has no date of its own. Law that is amended has two
/// such rows for one node: which one was known on a day is told by `statedOn`.
/// @param appliesFrom first day of application
/// @param statedOn    the day on which the act that says so was published
/// @param basis       the provision that says so
public record ApplicationDate(RequirementId node, LocalDate appliesFrom, LocalDate statedOn, String basis) {
    public ApplicationDate {
        if (basis.isBlank()) {
            throw new IllegalArgumentException(node + ": an application date names its basis");
        }
    }
}
