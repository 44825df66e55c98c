package org.cairn.app.workspace;

import java.util.List;
import java.util.Optional;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Recorded;
import org.cairn.proof.Envelope;

/// An event that somebody signed and that needs a second person's signature before it can be recorded.
/// @param id      SHA-256 of its payload, in hexadecimal
/// @param kind    the event's name, e.g. `AnswerReviewed`
/// @param summary one line: what it says
/// @param text    the reason behind it in plain words, where there is one and this workspace holds it
/// @param signers names, or the first digits of keys, of those who signed
/// @param event   what is proposed; its entry is the one it would get now
/// @param refusal why it cannot be recorded any more, whoever signs; empty while it can
public record Proposal(
        String id,
        String kind,
        String summary,
        Optional<String> text,
        List<String> signers,
        Recorded<? extends Event> event,
        Envelope envelope,
        Optional<String> refusal) {
    public Proposal {
        signers = List.copyOf(signers);
    }
}
