package org.cairn.checklist;

import java.time.LocalDate;

/// One row of the crosswalk: how one control relates to one requirement.
/// @param strength  how much good evidence for the control contributes to showing the requirement: 0 nothing (exactly
///     where there is no relationship), 1 and 2 touch it, 3 to 5 one of several measures, 6 to 8 a main part, 9 and 10
///     essentially this measure. An opinion for readers: no judgement rests on it
/// @param rationale why the relation holds: what is asked, what the control covers, what it leaves open
/// @param author    who holds this opinion
/// @param date      the day it was formed
public record Mapping(
        ControlId control,
        RequirementId requirement,
        Relation relation,
        int strength,
        String rationale,
        String author,
        LocalDate date) {
    private static final int STRONGEST = 10;

    public Mapping {
        if (strength < 0 || strength > STRONGEST) {
            throw new IllegalArgumentException("strength " + strength + " is not between 0 and " + STRONGEST);
        }
        if (relation.supports() != (strength > 0)) {
            throw new IllegalArgumentException("strength " + strength + " does not fit " + relation);
        }
        if (author.isBlank()) {
            throw new IllegalArgumentException("nobody is the author");
        }
    }
}
