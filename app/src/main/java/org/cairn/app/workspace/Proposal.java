package org.cairn.app.workspace;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Recorded;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Envelope;

/// An event that somebody signed and that needs a second person's signature before it can be recorded.
/// @param id      SHA-256 of its payload, in hexadecimal
/// @param kind    the event's name, e.g. `AnswerReviewed`
/// @param summary one line: what it says
/// @param text    the reason behind it in plain words, where there is one and this workspace holds it
/// @param unread  what it commits to and this workspace cannot show: whoever signs here signs without having read it
/// @param signers names, or the first digits of keys, of those who signed
/// @param event   what is proposed; its entry is the one it would get now
/// @param refusal why it cannot be recorded any more, whoever signs; empty while it can
public record Proposal(
        String id,
        String kind,
        String summary,
        Optional<String> text,
        List<PayloadRef> unread,
        List<String> signers,
        Recorded<? extends Event> event,
        Envelope envelope,
        Optional<String> refusal) {
    private static final int COMMITMENT_DIGITS = 12;

    public Proposal {
        unread = List.copyOf(unread);
        signers = List.copyOf(signers);
    }

    /// What is not known here, in words; empty where everything can be read.
    public Optional<String> blindness() {
        if (unread.isEmpty()) {
            return Optional.empty();
        }
        String texts = unread.stream()
                .map(text -> text.sizeBytes() + " bytes, commitment "
                        + text.commitment().hex().substring(0, COMMITMENT_DIGITS))
                .collect(Collectors.joining("; "));
        return Optional.of(
                "Not here: the text behind it (" + texts + "). It lies encrypted in the workspace that proposed"
                        + " it: have it shown to you there, since you sign for what it says");
    }
}
