package org.cairn.checklist.calendar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cairn.checklist.deadline.DeadlineId;
import org.cairn.checklist.event.DeadlineEvent;
import org.cairn.checklist.event.DeadlineEvent.DeadlineStarted;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Recorded;

/// The clocks that a ledger tells of. What is said of a clock that nobody started, or started twice, changes nothing:
/// the first start counts.
public final class DeadlineRegister {
    private DeadlineRegister() {}

    /// @param events in the order of the ledger; of other kinds there may be some
    public static List<RecordedDeadline> of(List<? extends Recorded<? extends Event>> events) {
        Map<DeadlineId, RecordedDeadline> clocks = new LinkedHashMap<>();
        for (Recorded<? extends Event> recorded : events) {
            if (recorded.event() instanceof DeadlineStarted started) {
                clocks.putIfAbsent(
                        started.deadline(),
                        new RecordedDeadline(recorded.as(DeadlineStarted.class).orElseThrow(), List.of()));
            } else if (recorded.event() instanceof DeadlineEvent change) {
                clocks.computeIfPresent(
                        change.deadline(),
                        (_, clock) ->
                                clock.with(recorded.as(DeadlineEvent.class).orElseThrow()));
            }
        }
        return List.copyOf(clocks.values());
    }
}
