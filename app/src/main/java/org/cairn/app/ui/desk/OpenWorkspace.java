package org.cairn.app.ui.desk;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.AnswerRequest;
import org.cairn.app.workspace.AnswerTexts;
import org.cairn.app.workspace.AnswerWorkbooks;
import org.cairn.app.workspace.Artefact;
import org.cairn.app.workspace.AsOf;
import org.cairn.app.workspace.AuditReviews;
import org.cairn.app.workspace.BackupResult;
import org.cairn.app.workspace.Baselines;
import org.cairn.app.workspace.Cancellation;
import org.cairn.app.workspace.CollectionProgress;
import org.cairn.app.workspace.CollectionSummary;
import org.cairn.app.workspace.Deadlines;
import org.cairn.app.workspace.Description;
import org.cairn.app.workspace.DeviationAcceptances;
import org.cairn.app.workspace.DraftAnswers;
import org.cairn.app.workspace.EvidenceByHand;
import org.cairn.app.workspace.FollowUps;
import org.cairn.app.workspace.Hosts;
import org.cairn.app.workspace.Identities;
import org.cairn.app.workspace.IncidentFiles;
import org.cairn.app.workspace.IssuedPack;
import org.cairn.app.workspace.Keeping;
import org.cairn.app.workspace.PackRenewal;
import org.cairn.app.workspace.PackRequest;
import org.cairn.app.workspace.PersonalKeys;
import org.cairn.app.workspace.Pilots;
import org.cairn.app.workspace.Progress;
import org.cairn.app.workspace.ProofResult;
import org.cairn.app.workspace.Redacting;
import org.cairn.app.workspace.ReviewQueue;
import org.cairn.app.workspace.Reviews;
import org.cairn.app.workspace.RiskRegister;
import org.cairn.app.workspace.Sampling;
import org.cairn.app.workspace.Scopes;
import org.cairn.app.workspace.StateAt;
import org.cairn.app.workspace.TimeStamps;
import org.cairn.app.workspace.ToolReportImports;
import org.cairn.app.workspace.TwoTimes;
import org.cairn.app.workspace.Verification;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.Event;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Bytes;

/// What the screens ask of an open workspace. [RecordedWorkspace] answers from a real one; tests of view-models answer
/// from memory. May be called from any thread but the window's.
public interface OpenWorkspace extends AutoCloseable {
    Description describe() throws WorkspaceException;

    /// Everything that can be asked of one state.
    StateAt at(AsOf asOf) throws WorkspaceException;

    /// From now on this state is looked at: while it is not the present, changes are refused.
    void lookAt(TwoTimes times);

    AnswerTexts texts(Event.ControlAnswered answer) throws WorkspaceException;

    /// Where the scope is stated.
    Scopes scopes() throws WorkspaceException;

    long answer(AnswerRequest request) throws WorkspaceException;

    /// What the person at work typed and did not record yet.
    DraftAnswers drafts() throws WorkspaceException;

    /// Which of the answers in conflict counts.
    long decide(Subject subject, long entry, String reason) throws WorkspaceException;

    EvidenceId attach(Path file, Subject subject, String title) throws WorkspaceException;

    /// What people hand in as evidence.
    EvidenceByHand byHand() throws WorkspaceException;

    /// Reports of other tools, to be recorded as evidence.
    ToolReportImports reports() throws WorkspaceException;

    /// Of several hosts.
    Hosts hosts() throws WorkspaceException;

    /// What systems may do.
    Baselines baselines();

    /// Deviations that are accepted for a time.
    DeviationAcceptances deviationAcceptances() throws WorkspaceException;

    /// Clocks: what is due by when.
    Deadlines deadlines() throws WorkspaceException;

    /// Answers on their way to acceptance, and back.
    Reviews reviews() throws WorkspaceException;

    /// Answers as a workbook that is filled in elsewhere.
    AnswerWorkbooks answerWorkbooks() throws WorkspaceException;

    /// What waits for a reviewer, a second signature or its author.
    ReviewQueue queue() throws WorkspaceException;

    /// The ninety days in which the product is tried out.
    Pilots pilots() throws WorkspaceException;

    /// The risks that are known.
    RiskRegister riskRegister() throws WorkspaceException;

    /// People and machines, their keys and roles.
    Identities identities() throws WorkspaceException;

    /// Who opens the workspace by keys of their own.
    PersonalKeys personalKeys() throws WorkspaceException;

    /// Who time-stamps what is signed here.
    TimeStamps timeStamps() throws WorkspaceException;

    /// Erasure, and what forbids it.
    Keeping keeping() throws WorkspaceException;

    /// Copies the workspace as it is now: payloads and ledger into one archive, keys into another.
    BackupResult backUp(Path out, Optional<Path> keysOut) throws WorkspaceException;

    /// Samples of what is recorded.
    Sampling sampling() throws WorkspaceException;

    /// Keeps packs provable.
    PackRenewal renewal() throws WorkspaceException;

    /// What auditors send back.
    AuditReviews auditReviews() throws WorkspaceException;

    /// What auditors asked for, and what became of it.
    FollowUps followUps() throws WorkspaceException;

    /// Copies of evidence with parts taken out.
    Redacting redacting() throws WorkspaceException;

    /// The raw bytes kept behind a piece of evidence.
    List<Artefact> artefacts(EvidenceId evidence) throws WorkspaceException;

    /// A payload's plain bytes, checked against what the ledger recorded.
    Bytes content(PayloadRef payload) throws WorkspaceException;

    List<CollectorCard> collectors();

    CollectionSummary collect(List<CollectorId> only, CollectionProgress progress, Cancellation cancellation)
            throws WorkspaceException, InterruptedException;

    IssuedPack pack(PackRequest request, Progress progress) throws WorkspaceException;

    /// An incident file, signed with the workspace's document key; it records nothing and starts no clock.
    Bytes incident(IncidentFiles.Draft draft, Instant now) throws WorkspaceException;

    ProofResult prove(long entry) throws WorkspaceException;

    /// Recomputes the whole ledger from its leaves.
    Verification verify() throws WorkspaceException;

    /// Drops the keys, until somebody unlocks.
    void lock() throws WorkspaceException;

    boolean locked();

    /// As the person who locked it, or as another.
    /// @param given wiped by the caller afterwards
    void unlock(Given given) throws WorkspaceException;

    @Override
    void close() throws WorkspaceException;
}
