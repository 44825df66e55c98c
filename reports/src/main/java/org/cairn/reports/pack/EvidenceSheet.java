package org.cairn.reports.pack;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.causality.picture.Subject;
import org.cairn.checklist.ControlId;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.Origin;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.Digest;

/// One line of the evidence index.
/// @param title     what it is, for a person
/// @param staleFrom when it outlives its time to live; empty where it has none
/// @param recorded  without what was observed where that is withheld
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
        boolean withheld = artefacts.stream().anyMatch(Artefact.Withheld.class::isInstance);
        recorded = withheld ? withoutObservations(recorded) : recorded;
    }

    /// Who read it, on which host and when; not what was read. Digests of sources go too: a guess could be held against
    /// them.
    private static RecordedEvidence withoutObservations(RecordedEvidence recorded) {
        Evidence full = recorded.evidence();
        Evidence bare = new Evidence(
                full.collector(),
                full.version(),
                full.host(),
                full.readAs(),
                full.observedAt(),
                List.of(),
                new TreeMap<>(),
                List.of(),
                List.of(),
                new Origin(full.origin().machine(), Optional.empty()));
        return new RecordedEvidence(recorded.id(), recorded.entry(), recorded.recordedAt(), recorded.manifest(), bare);
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
    /// @param all how many there are
    public record Pictures(List<Picture> drawn, int all) {
        public static final Pictures NONE = new Pictures(List.of(), 0);

        public Pictures {
            drawn = List.copyOf(drawn);
        }
    }

    /// @param number among all of them, from 1
    public record Picture(int number, Subject subject) {}

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
