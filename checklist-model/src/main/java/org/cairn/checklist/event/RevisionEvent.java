package org.cairn.checklist.event;

import org.cairn.evidence.EvidenceId;

/// Of what people hand in: which piece takes the place of which.
public sealed interface RevisionEvent extends Event {
    /// Evidence has a revision. Both are kept; from when this is valid, the earlier one counts as attached no more.
    /// @param evidence the earlier piece
    /// @param by       its revision
    record EvidenceSuperseded(EvidenceId evidence, EvidenceId by) implements RevisionEvent {
        public EvidenceSuperseded {
            if (evidence.equals(by)) {
                throw new IllegalArgumentException("evidence " + evidence.shortForm() + " cannot take its own place");
            }
        }
    }
}
