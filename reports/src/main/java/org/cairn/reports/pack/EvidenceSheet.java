package org.cairn.reports.pack;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.causality.picture.Subject;
import org.cairn.checklist.ControlId;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.Digest;

/// One line of the evidence index.
/// @param title     what it is, for a person
/// @param staleFrom when it outlives its time to live; empty where it has none
/// @param artefacts what the pack holds of it
/// @param controls  that rest on it, sorted
/// @param pictures  of what led to the deviations that it holds
public record EvidenceSheet(
        RecordedEvidence recorded,
        String title,
        Optional<Instant> staleFrom,
        List<Artefact> artefacts,
        List<ControlId> controls,
        Pictures pictures) {
    public EvidenceSheet {
        artefacts = List.copyOf(artefacts);
        controls = List.copyOf(controls);
    }

    /// Of which nothing is drawn.
    public EvidenceSheet(
            RecordedEvidence recorded,
            String title,
            Optional<Instant> staleFrom,
            List<Artefact> artefacts,
            List<ControlId> controls) {
        this(recorded, title, staleFrom, artefacts, controls, Pictures.NONE);
    }

    /// What is drawn of causes.
    /// @param further how many are not drawn
    public record Pictures(List<Subject> drawn, int further) {
        public static final Pictures NONE = new Pictures(List.of(), 0);

        public Pictures {
            drawn = List.copyOf(drawn);
        }
    }

    public EvidenceId id() {
        return recorded.id();
    }

    /// Bytes behind the evidence: in the pack, or withheld and only bound by a commitment.
    public sealed interface Artefact {
        /// @param path in the pack, with `/`
        record Included(String path, Digest sha256, long sizeBytes) implements Artefact {}

        /// @param commitment see [org.cairn.evidence.PayloadRef]
        record Withheld(String reason, Digest commitment, long sizeBytes) implements Artefact {}

        /// The data key was destroyed; the ledger still proves that it existed.
        record Erased(Digest commitment, long sizeBytes) implements Artefact {}
    }
}
