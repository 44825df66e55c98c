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
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.app.workspace.WorkspaceVerifier;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.Event;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.proof.Bytes;

/// A workspace folder, open.
record RecordedWorkspace(Path folder, Workspace workspace, List<CollectorCard> collectors) implements OpenWorkspace {
    RecordedWorkspace {
        collectors = List.copyOf(collectors);
    }

    @Override
    public Description describe() throws WorkspaceException {
        return workspace.describe();
    }

    @Override
    public StateAt at(AsOf asOf) throws WorkspaceException {
        return workspace.at(asOf);
    }

    @Override
    public void lookAt(TwoTimes times) {
        workspace.lookAt(times);
    }

    @Override
    public AnswerTexts texts(Event.ControlAnswered answer) throws WorkspaceException {
        return workspace.texts(answer);
    }

    @Override
    public Scopes scopes() throws WorkspaceException {
        return workspace.scopes();
    }

    @Override
    public long answer(AnswerRequest request) throws WorkspaceException {
        return workspace.answer(request);
    }

    @Override
    public DraftAnswers drafts() throws WorkspaceException {
        return workspace.drafts();
    }

    @Override
    public long decide(Subject subject, long entry, String reason) throws WorkspaceException {
        return workspace.exchange().decide(subject, entry, reason);
    }

    @Override
    public EvidenceId attach(Path file, Subject subject, String title) throws WorkspaceException {
        return workspace.attach(file, subject, title);
    }

    @Override
    public EvidenceByHand byHand() throws WorkspaceException {
        return workspace.byHand();
    }

    @Override
    public Baselines baselines() {
        return workspace.baselines();
    }

    @Override
    public DeviationAcceptances deviationAcceptances() throws WorkspaceException {
        return workspace.deviationAcceptances();
    }

    @Override
    public ToolReportImports reports() throws WorkspaceException {
        return workspace.reports();
    }

    @Override
    public Hosts hosts() throws WorkspaceException {
        return workspace.hosts();
    }

    @Override
    public Deadlines deadlines() throws WorkspaceException {
        return workspace.deadlines();
    }

    @Override
    public Reviews reviews() throws WorkspaceException {
        return workspace.reviews();
    }

    @Override
    public AnswerWorkbooks answerWorkbooks() throws WorkspaceException {
        return workspace.answerWorkbooks();
    }

    @Override
    public ReviewQueue queue() throws WorkspaceException {
        return workspace.queue();
    }

    @Override
    public Pilots pilots() throws WorkspaceException {
        return workspace.pilots();
    }

    @Override
    public RiskRegister riskRegister() throws WorkspaceException {
        return workspace.riskRegister();
    }

    @Override
    public Identities identities() throws WorkspaceException {
        return workspace.identities();
    }

    @Override
    public PersonalKeys personalKeys() throws WorkspaceException {
        return workspace.personalKeys();
    }

    @Override
    public TimeStamps timeStamps() throws WorkspaceException {
        return workspace.timeStamps();
    }

    @Override
    public Keeping keeping() throws WorkspaceException {
        return workspace.keeping();
    }

    @Override
    public Sampling sampling() throws WorkspaceException {
        return workspace.sampling();
    }

    @Override
    public PackRenewal renewal() throws WorkspaceException {
        return workspace.renewal();
    }

    @Override
    public AuditReviews auditReviews() throws WorkspaceException {
        return workspace.auditReviews();
    }

    @Override
    public FollowUps followUps() throws WorkspaceException {
        return workspace.followUps();
    }

    @Override
    public Redacting redacting() throws WorkspaceException {
        return workspace.redacting();
    }

    @Override
    public BackupResult backUp(Path out, Optional<Path> keysOut) throws WorkspaceException {
        return workspace.backUp(out, keysOut);
    }

    @Override
    public List<Artefact> artefacts(EvidenceId evidence) throws WorkspaceException {
        return workspace.artefacts(evidence);
    }

    @Override
    public Bytes content(PayloadRef payload) throws WorkspaceException {
        return workspace.content(payload);
    }

    @Override
    public CollectionSummary collect(List<CollectorId> only, CollectionProgress progress, Cancellation cancellation)
            throws WorkspaceException, InterruptedException {
        return workspace.collect(only, progress, cancellation);
    }

    @Override
    public IssuedPack pack(PackRequest request, Progress progress) throws WorkspaceException {
        return workspace.pack(request, progress);
    }

    @Override
    public Bytes incident(IncidentFiles.Draft draft, Instant now) throws WorkspaceException {
        return IncidentFiles.signed(draft, workspace, now);
    }

    @Override
    public ProofResult prove(long entry) throws WorkspaceException {
        return workspace.prove(entry);
    }

    @Override
    public Verification verify() throws WorkspaceException {
        return WorkspaceVerifier.verify(folder);
    }

    @Override
    public void lock() throws WorkspaceException {
        workspace.lock();
    }

    @Override
    public boolean locked() {
        return workspace.isLocked();
    }

    @Override
    public void unlock(Given given) throws WorkspaceException {
        workspace.unlock(new Unlocking(folder).of(given));
    }

    @Override
    public void close() throws WorkspaceException {
        workspace.close();
    }
}
