package org.cairn.checklist.deadline;

import java.util.Set;

/// What an act says of a limit that ends on a Saturday, a Sunday or a public holiday.
/// @param move     where the end moves to
/// @param exempt   roles of organisations for whom it does not move
/// @param citation where that stands
public record WeekendRule(Move move, Set<String> exempt, String citation) {
    public enum Move {
        /// It stays.
        NONE,
        /// Limits in hours stay; all others end with the next working day (Regulation (EEC, Euratom) No 1182/71, Art.
        /// 3(4)), and a period of two days or more has at least two working days in it (Art. 3(5)).
        REGULATION_1182_71,
        /// At noon of the next working day (Delegated Regulation (EU) 2025/301, Art. 5(4)), for whom it is not barred.
        NOON_OF_NEXT_WORKING_DAY
    }

    public WeekendRule {
        exempt = Set.copyOf(exempt);
        if (citation.isBlank()) {
            throw new IllegalArgumentException("a rule about weekends names where it stands");
        }
    }
}
