package org.cairn.frameworks.crosswalk;

import java.time.LocalDate;
import org.cairn.checklist.Mapping;
import org.cairn.checklist.Relation;
import org.cairn.checklist.Subject;

/// One row that joins two demands: a mapping of a control, or a link between requirements.
/// @param relation reads "from is … to"
/// @param strength 1 to 10
public record Tie(
        Subject from, Subject to, Relation relation, int strength, String rationale, String author, LocalDate date) {
    static Tie of(Mapping row) {
        return new Tie(
                row.control(),
                row.requirement(),
                row.relation(),
                row.strength(),
                row.rationale(),
                row.author(),
                row.date());
    }

    static Tie of(RequirementLink row) {
        return new Tie(row.from(), row.to(), row.relation(), row.strength(), row.rationale(), row.author(), row.date());
    }

    Subject other(Subject end) {
        return end.equals(from) ? to : from;
    }
}
