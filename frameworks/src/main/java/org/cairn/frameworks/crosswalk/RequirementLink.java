package org.cairn.frameworks.crosswalk;

import java.time.LocalDate;
import org.cairn.checklist.Relation;
import org.cairn.checklist.RequirementId;

/// How one requirement relates to one of another framework.
/// @param relation  reads "from is … to"
/// @param strength  1 to 10: how much good evidence for `from` helps to show `to`. An opinion for readers: no judgement
///     rests on it
/// @param rationale what both ask, and what `to` asks beyond
/// @param author    who holds this opinion
/// @param date      the day it was formed
public record RequirementLink(
        RequirementId from,
        RequirementId to,
        Relation relation,
        int strength,
        String rationale,
        String author,
        LocalDate date) {
    private static final int STRONGEST = 10;

    public RequirementLink {
        if (from.framework().equals(to.framework())) {
            throw new IllegalArgumentException(from + " and " + to + " stand in one framework");
        }
        if (!relation.supports()) {
            throw new IllegalArgumentException("a link of " + from + " and " + to + " without a relationship");
        }
        if (strength < 1 || strength > STRONGEST) {
            throw new IllegalArgumentException("strength " + strength + " is not between 1 and " + STRONGEST);
        }
    }
}
