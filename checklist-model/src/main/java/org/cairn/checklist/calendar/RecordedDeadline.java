package org.cairn.checklist.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.deadline.DeadlineId;
import org.cairn.checklist.deadline.DeadlineRuleId;
import org.cairn.checklist.deadline.DeadlineStart;
import org.cairn.checklist.event.DeadlineEvent;
import org.cairn.checklist.event.DeadlineEvent.DeadlineStarted;
import org.cairn.checklist.event.DeadlineEvent.DeadlineWithdrawn;
import org.cairn.checklist.event.Recorded;

/// One clock and everything that was recorded about it, in the order of the ledger.
/// @param changes after the start
public record RecordedDeadline(Recorded<DeadlineStarted> started, List<Recorded<? extends DeadlineEvent>> changes) {
    public RecordedDeadline {
        changes = List.copyOf(changes);
    }

    public DeadlineId id() {
        return started.event().deadline();
    }

    public DeadlineRuleId rule() {
        return started.event().rule();
    }

    /// As it was started.
    public DeadlineStart start() {
        return started.event().start();
    }

    /// The entry that withdrew it.
    public Optional<Long> withdrawn() {
        return changes.stream()
                .filter(change -> change.event() instanceof DeadlineWithdrawn)
                .map(Recorded::entry)
                .findFirst();
    }

    RecordedDeadline with(Recorded<? extends DeadlineEvent> change) {
        List<Recorded<? extends DeadlineEvent>> more = new ArrayList<>(changes);
        more.add(change);
        return new RecordedDeadline(started, more);
    }
}
