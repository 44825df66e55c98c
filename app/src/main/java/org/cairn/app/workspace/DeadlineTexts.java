package org.cairn.app.workspace;

import org.cairn.checklist.event.DeadlineEvent;

/// What an event about a deadline says, in one line.
final class DeadlineTexts {
    private DeadlineTexts() {}

    static Saying saying(DeadlineEvent event) {
        return switch (event) {
            case DeadlineEvent.DeadlineStarted started ->
                started.due()
                        .map(due -> Saying.of("deadline-started.due", started.deadline(), started.rule(), due))
                        .orElseGet(() -> Saying.of("deadline-started", started.deadline(), started.rule()));
            case DeadlineEvent.DeadlineStartLearned learned ->
                Saying.of("deadline-start-learned", learned.deadline(), learned.event(), learned.at());
            case DeadlineEvent.DeadlineMet met -> Saying.of("deadline-met", met.deadline(), met.at());
            case DeadlineEvent.DeadlineExtended extended ->
                extended.until()
                        .map(until -> Saying.of("deadline-extended.until", extended.deadline(), until))
                        .orElseGet(() -> Saying.of("deadline-extended", extended.deadline()));
            case DeadlineEvent.DeadlineWithdrawn withdrawn -> Saying.of("deadline-withdrawn", withdrawn.deadline());
        };
    }
}
