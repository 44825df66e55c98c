package org.cairn.checklist.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What came out of a computation, and how.
/// @param due         by when; empty where the law gives no number, or where `problem` says why not
/// @param steps       of the computation, in order
/// @param assumptions what was not known, and what was done instead
/// @param problem     why it cannot be computed
public record Reckoning(Optional<Due> due, List<Step> steps, List<String> assumptions, Optional<String> problem) {
    /// @param at        the last instant that is in time
    /// @param unmoved   the same before weekends and holidays were looked at: who acts by then is never late
    /// @param decidedBy the limit that ended first
    public record Due(Instant at, Instant unmoved, Limit decidedBy) {}

    /// @param citation where the law says so; empty for plain arithmetic
    public record Step(String words, String citation) {
        public String text() {
            return citation.isEmpty() ? words : words + " (" + citation + ")";
        }
    }

    public Reckoning {
        steps = List.copyOf(steps);
        assumptions = List.copyOf(assumptions);
    }
}
