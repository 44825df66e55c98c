package org.cairn.app.workspace;

import java.util.Optional;
import org.cairn.checklist.event.ErasureReason;
import org.cairn.evidence.EvidenceId;

/// What is to be erased, and why.
/// @param basis         why, in words; stored encrypted
/// @param overrideFloor why it is erased before a retention period has passed
public record ErasureRequest(Target target, ErasureReason reason, String basis, Optional<String> overrideFloor) {
    public sealed interface Target {
        /// A manifest and the raw bytes it names.
        record Evidence(EvidenceId id) implements Target {}

        /// The texts that an entry refers to: a name, a note, an owner.
        record TextsOf(long entry) implements Target {}
    }
}
