package org.cairn.app.workspace;

import org.cairn.checklist.event.DeadlineEvent;

/// What an event about a deadline says, in one line.
final class DeadlineTexts {
    private DeadlineTexts() {}

    static String summary(DeadlineEvent event) {
        return switch (event) {
            case DeadlineEvent.DeadlineStarted started ->
                "deadline " + started.deadline() + " started by " + started.rule()
                        + started.due().map(due -> ", due " + due).orElse("");
            case DeadlineEvent.DeadlineStartLearned learned ->
                "deadline " + learned.deadline() + ": " + learned.event() + " was at " + learned.at();
            case DeadlineEvent.DeadlineMet met -> "deadline " + met.deadline() + " met at " + met.at();
            case DeadlineEvent.DeadlineExtended extended ->
                "deadline " + extended.deadline()
                        + extended.until().map(until -> " set to " + until).orElse(" extended by what its rule allows");
            case DeadlineEvent.DeadlineWithdrawn withdrawn -> "deadline " + withdrawn.deadline() + " withdrawn";
        };
    }
}
