package org.cairn.checklist;

import java.time.LocalDate;

/// A row of the crosswalk that says on purpose that a control relates to nothing in a framework.
/// @param rationale why there is no relation
/// @param author    who holds this opinion
/// @param date      the day it was formed
public record Unrelated(ControlId control, FrameworkId framework, String rationale, String author, LocalDate date) {
    public Unrelated {
        if (author.isBlank()) {
            throw new IllegalArgumentException("nobody is the author");
        }
    }
}
