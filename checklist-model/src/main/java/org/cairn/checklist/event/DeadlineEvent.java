package org.cairn.checklist.event;

import java.time.Instant;
import java.util.Optional;
import org.cairn.checklist.deadline.DeadlineId;
import org.cairn.checklist.deadline.DeadlineRuleId;
import org.cairn.checklist.deadline.DeadlineStart;
import org.cairn.checklist.deadline.StartEvent;
import org.cairn.evidence.PayloadRef;

/// What became of a deadline. By when it ends is computed from these and the rule, not recorded: a reader with the rule
/// comes to the same end.
public sealed interface DeadlineEvent extends Event {
    /// Which clock it is about.
    DeadlineId deadline();

    /// A clock runs.
    /// @param due    what was computed when it was started, so that a rule that changed later is noticed; empty
    ///               where no end is computed
    /// @param matter what it is about, in words
    record DeadlineStarted(
            DeadlineId deadline, DeadlineRuleId rule, DeadlineStart start, Optional<Instant> due, PayloadRef matter)
            implements DeadlineEvent {}

    /// A further event that the rule counts from became known.
    record DeadlineStartLearned(DeadlineId deadline, StartEvent event, Instant at) implements DeadlineEvent {}

    /// What was due was done. Where the rule repeats, the next round begins.
    /// @param at   when it was done
    /// @param note how it can be shown
    record DeadlineMet(DeadlineId deadline, Instant at, Optional<PayloadRef> note) implements DeadlineEvent {}

    /// It ends later.
    /// @param until  the end that somebody set who may do so; empty: by what the rule itself allows
    /// @param reason why, in words
    record DeadlineExtended(DeadlineId deadline, Optional<Instant> until, PayloadRef reason) implements DeadlineEvent {}

    /// It was started in error, or its matter fell away.
    record DeadlineWithdrawn(DeadlineId deadline, PayloadRef reason) implements DeadlineEvent {}
}
