package org.cairn.app.workspace;

import java.util.Optional;
import org.cairn.checklist.WorkState;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.Recorded;
import org.cairn.reports.pack.Answer;

/// Answers with the texts behind their payloads.
final class PackAnswers {
    private final Parts parts;

    PackAnswers(Parts parts) {
        this.parts = parts;
    }

    Optional<Answer> of(Optional<Recorded<ControlAnswered>> recorded, WorkState state) throws WorkspaceException {
        return recorded.isPresent() ? Optional.of(answer(recorded.get(), state)) : Optional.empty();
    }

    private Answer answer(Recorded<ControlAnswered> recorded, WorkState state) throws WorkspaceException {
        ControlAnswered event = recorded.event();
        return new Answer(
                event.status(),
                parts.names().text(event.note()).orElse(""),
                recorded.entry(),
                recorded.actor(),
                parts.names().of(recorded.actor()),
                recorded.recordedAt(),
                recorded.validFrom(),
                state,
                event.maturity(),
                parts.names().text(event.owner()).orElse(""),
                event.due(),
                event.appliesFrom());
    }
}
