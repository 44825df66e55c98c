package org.cairn.app.workspace;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.posture.Posture;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.Bytes;

/// One workspace folder, open. Every use case of both front ends is a method here. Safe for any thread: calls that
/// write wait for each other, calls that read do not.
@SuppressWarnings("DoNotCallSuggester") // bodies follow with the ledger
public final class Workspace implements AutoCloseable {
    private Workspace() {}

    public Description describe() throws WorkspaceException {
        throw new UnsupportedOperationException("lands next");
    }

    /// Runs collectors and records what they observe, each as soon as it is there.
    /// @param only empty runs all of them
    public CollectionSummary collect(List<CollectorId> only, CollectionProgress progress, Cancellation cancellation)
            throws WorkspaceException, InterruptedException {
        throw new UnsupportedOperationException("lands next");
    }

    /// Records an answer, signed by the person's key.
    /// @return the entry's index
    public long answer(AnswerRequest request) throws WorkspaceException {
        throw new UnsupportedOperationException("lands next");
    }

    /// Records a file as evidence (collector `attachment`) and links it to `subject`.
    public EvidenceId attach(Path file, Subject subject, String title) throws WorkspaceException {
        throw new UnsupportedOperationException("lands next");
    }

    /// Links evidence that is already recorded.
    /// @return the entry's index
    public long link(EvidenceId evidence, Subject subject) throws WorkspaceException {
        throw new UnsupportedOperationException("lands next");
    }

    /// What was so at `validAt`, as it was known at `knownAt`.
    public Posture postureAt(Instant validAt, Instant knownAt) throws WorkspaceException {
        throw new UnsupportedOperationException("lands next");
    }

    /// The posture now, from everything known.
    public Posture postureNow() throws WorkspaceException {
        throw new UnsupportedOperationException("lands next");
    }

    /// All evidence that the ledger holds, oldest first.
    public List<RecordedEvidence> evidence() throws WorkspaceException {
        throw new UnsupportedOperationException("lands next");
    }

    /// The raw bytes kept behind a piece of evidence.
    public List<Artefact> artefacts(EvidenceId evidence) throws WorkspaceException {
        throw new UnsupportedOperationException("lands next");
    }

    /// A payload's plain bytes, checked against what the ledger recorded.
    public Bytes content(PayloadRef payload) throws WorkspaceException {
        throw new UnsupportedOperationException("lands next");
    }

    /// The texts of an answer in plain words.
    public AnswerTexts texts(Event.ControlAnswered answer) throws WorkspaceException {
        throw new UnsupportedOperationException("lands next");
    }

    /// Every entry, oldest first.
    public List<LogLine> log() throws WorkspaceException {
        throw new UnsupportedOperationException("lands next");
    }

    /// What happened to a subject, oldest first.
    public List<HistoryLine> history(Subject subject) throws WorkspaceException {
        throw new UnsupportedOperationException("lands next");
    }

    /// Writes an audit pack and records its issue.
    public IssuedPack pack(PackRequest request, Progress progress) throws WorkspaceException {
        throw new UnsupportedOperationException("lands next");
    }

    /// Verifies a pack (zip) or a workspace folder. Needs no passphrase and does not stop at the first fault.
    public static Verification verify(Path packOrFolder) throws WorkspaceException {
        throw new UnsupportedOperationException("lands next");
    }

    public ProofResult prove(long entry) throws WorkspaceException {
        throw new UnsupportedOperationException("lands next");
    }

    /// Signs a checkpoint, writes partial tiles and releases the folder.
    @Override
    public void close() throws WorkspaceException {
        throw new UnsupportedOperationException("lands next");
    }
}
