package org.cairn.app.workspace;

import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Recorded;
import org.cairn.frameworks.Language;

/// One ledger entry for a person.
/// @param kind     the event's name, e.g. `ControlAnswered`
/// @param actor    the signer's name where it is known, else the first digits of the key id
/// @param saying   one line: what happened
/// @param recorded the entry itself
public record LogLine(String kind, String actor, Saying saying, Recorded<? extends Event> recorded) {
    public long entry() {
        return recorded.entry();
    }

    /// What happened, as the command line and JSON say it.
    public String summary() {
        return saying.in(Language.EN);
    }
}
