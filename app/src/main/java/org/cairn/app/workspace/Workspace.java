package org.cairn.app.workspace;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.posture.Posture;
import org.cairn.collectors.host.HostReader;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.frameworks.Language;
import org.cairn.ledger.key.KeyException;
import org.cairn.ledger.key.Keyring;
import org.cairn.ledger.key.KeyringLocked;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.RecoveryCode;
import org.cairn.ledger.key.Unlock;
import org.cairn.ledger.key.Unlock.PassphraseUnlock;
import org.cairn.ledger.store.Condition;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Ed25519PublicKey;

/// One workspace folder, open. Every use case of both front ends that needs it open starts here. Safe for any thread:
/// what is
/// recorded is recorded one after the other, what is read is not held up by it.
public final class Workspace implements AutoCloseable {
    private final Parts parts;

    private Workspace(Parts parts) {
        this.parts = parts;
    }

    /// Makes a workspace in a folder that is empty or absent, and opens it for writing.
    public static Workspace found(Path dir, Founding founding, Passphrase passphrase, WorkspaceEnvironment environment)
            throws WorkspaceException {
        return new Workspace(new Founder(folder(dir), founding, environment).found(passphrase));
    }

    /// From now on this is a sample, for good.
    void declareSample() throws WorkspaceException {
        SampleWorkspace.declare(unlocked());
    }

    /// As whoever has this passphrase, without a second factor.
    public static Workspace open(Path dir, Passphrase passphrase, Access access, WorkspaceEnvironment environment)
            throws WorkspaceException {
        return open(dir, PassphraseUnlock.of(passphrase), access, environment);
    }

    public static Workspace open(Path dir, Unlock unlock, Access access, WorkspaceEnvironment environment)
            throws WorkspaceException {
        return new Workspace(Opener.open(folder(dir), unlock, access, environment));
    }

    /// The second way to open the keys, to be shown once and locked away; only a workspace just founded knows it.
    public Optional<String> recoveryCode() {
        return parts.keyring().recoveryCode().map(RecoveryCode::text);
    }

    /// Who opens this workspace, by what, and what its certificate authority issued. Whoever changes keys has opened
    /// the
    /// workspace for writing, so that no other program changes them at the same time.
    public Keyring keyring() {
        return parts.keyring();
    }

    /// Drops every key from memory and forgets what was decrypted; the folder stays reserved for this program. Until
    /// somebody unlocks, nothing is recorded, and nothing that is encrypted is read.
    public void lock() throws WorkspaceException {
        try {
            parts.ledger().checkpoint();
        } catch (LedgerException e) {
            throw Failures.of(e);
        } finally {
            parts.forget();
        }
    }

    public boolean isLocked() {
        return parts.keyring().isLocked();
    }

    /// As the person who locked it, or as another.
    public void unlock(Unlock unlock) throws WorkspaceException {
        try {
            parts.keyring().unlock(unlock, parts.environment().clock());
            Opener.finishRotation(parts);
        } catch (KeyException e) {
            throw Failures.of(e);
        }
    }

    private Parts unlocked() throws WorkspaceException {
        parts.requireUnlocked();
        return parts;
    }

    /// As reports print it: of a sample, never without saying so.
    public String organisation(Language language) throws WorkspaceException {
        return unlocked().organisation(language);
    }

    public Description describe() throws WorkspaceException {
        return new Describing(unlocked()).describe();
    }

    /// Runs collectors and records what they observe, each as soon as it is there.
    /// @param only empty runs all of them
    public CollectionSummary collect(List<CollectorId> only, CollectionProgress progress, Cancellation cancellation)
            throws WorkspaceException, InterruptedException {
        HostReader host = parts.environment().host();
        return collect(new CollectionRequest(host, only, Optional.empty()), progress, cancellation);
    }

    /// As [#collect(List, CollectionProgress, Cancellation)], of any host.
    public CollectionSummary collect(CollectionRequest request, CollectionProgress progress, Cancellation cancellation)
            throws WorkspaceException, InterruptedException {
        try {
            return new Collecting(unlocked()).collect(request, progress, cancellation);
        } catch (KeyringLocked e) {
            throw Failures.of(e);
        }
    }

    /// Of several hosts.
    public Hosts hosts() throws WorkspaceException {
        return new Hosts(unlocked());
    }

    /// Refuses what [#answer(AnswerRequest)] would refuse, and records nothing.
    public void check(AnswerRequest request) throws WorkspaceException {
        parts.requireWritable();
        new Answering(unlocked()).check(request);
    }

    /// Records an answer, signed by the person's key.
    /// @return the entry's index
    public long answer(AnswerRequest request) throws WorkspaceException {
        parts.requireWritable();
        return new Answering(unlocked()).answer(request);
    }

    /// What the person at work typed and did not record yet.
    public DraftAnswers drafts() throws WorkspaceException {
        return new DraftAnswers(unlocked());
    }

    /// Records a file as evidence (collector `attachment`) and links it to `subject`.
    public EvidenceId attach(Path file, Subject subject, String title) throws WorkspaceException {
        return byHand().record(HandedIn.of(file, title, List.of(subject))).id();
    }

    /// What people hand in as evidence.
    public EvidenceByHand byHand() throws WorkspaceException {
        return new EvidenceByHand(unlocked());
    }

    /// Copies of evidence with parts taken out.
    public Redacting redacting() throws WorkspaceException {
        return new Redacting(unlocked());
    }

    /// Reports of other tools, to be recorded as evidence.
    public ToolReportImports reports() throws WorkspaceException {
        return new ToolReportImports(unlocked());
    }

    /// Links evidence that is already recorded.
    /// @return the entry's index
    public long link(EvidenceId evidence, Subject subject) throws WorkspaceException {
        parts.requireWritable();
        return new Answering(unlocked()).link(evidence, subject);
    }

    /// What was so at `validAt`, as it was known at `knownAt`.
    public Posture postureAt(Instant validAt, Instant knownAt) throws WorkspaceException {
        return posture(AsOf.at(validAt, knownAt));
    }

    public Posture posture(AsOf asOf) throws WorkspaceException {
        return at(asOf).posture();
    }

    /// The posture now, from everything known.
    public Posture postureNow() throws WorkspaceException {
        return posture(AsOf.now());
    }

    /// What the two times come to.
    public TwoTimes times(AsOf asOf) throws WorkspaceException {
        return unlocked().times(asOf);
    }

    /// Everything that can be asked of one state, resting on the same entries.
    public StateAt at(AsOf asOf) throws WorkspaceException {
        return new StateAt(unlocked(), parts.times(asOf));
    }

    /// From now on the one at work looks at this state. While it is not the present, nothing is recorded through this
    /// workspace but the issue of a pack that shows a state.
    public void lookAt(TwoTimes times) {
        parts.viewpoint().set(times);
    }

    /// All evidence that the ledger holds and that can be opened, oldest first.
    public List<RecordedEvidence> evidence() throws WorkspaceException {
        return unlocked().shelf().all();
    }

    /// The raw bytes kept behind a piece of evidence.
    public List<Artefact> artefacts(EvidenceId evidence) throws WorkspaceException {
        return unlocked().shelf().artefacts(evidence);
    }

    /// A payload's plain bytes, checked against what the ledger recorded.
    public Bytes content(PayloadRef payload) throws WorkspaceException {
        return unlocked().content(payload);
    }

    /// The texts of an answer in plain words.
    public AnswerTexts texts(Event.ControlAnswered answer) throws WorkspaceException {
        return new Telling(unlocked()).texts(answer);
    }

    /// What the recovery code does beyond opening.
    public Recovering recovering() throws WorkspaceException {
        return new Recovering(unlocked());
    }

    /// People and machines, their keys and roles.
    public Identities identities() throws WorkspaceException {
        return new Identities(unlocked());
    }

    /// Who opens this workspace by keys of their own.
    public PersonalKeys personalKeys() throws WorkspaceException {
        return new PersonalKeys(unlocked());
    }

    /// What systems may do.
    public Baselines baselines() {
        return new Baselines(parts);
    }

    /// What systems did, beside what they may do.
    public RuntimeChecking runtimeChecking() throws WorkspaceException {
        return new RuntimeChecking(unlocked());
    }

    /// Deviations that are accepted for a time.
    public DeviationAcceptances deviationAcceptances() throws WorkspaceException {
        return new DeviationAcceptances(unlocked());
    }

    /// What waits for a second person's signature.
    public Proposals proposals() throws WorkspaceException {
        return new Proposals(unlocked());
    }

    /// What the organisation is and has, before anything is judged.
    public Scopes scopes() throws WorkspaceException {
        return new Scopes(unlocked());
    }

    /// Frameworks that people bring themselves, beside those that ship with the product.
    public Frameworks frameworks() throws WorkspaceException {
        return new Frameworks(unlocked());
    }

    /// Submitting and reviewing answers.
    public Reviews reviews() throws WorkspaceException {
        return new Reviews(unlocked());
    }

    /// What waits for a reviewer, a second signature or its author.
    public ReviewQueue queue() throws WorkspaceException {
        return new ReviewQueue(unlocked());
    }

    /// Answers as a workbook, out and back.
    public AnswerWorkbooks answerWorkbooks() throws WorkspaceException {
        return new AnswerWorkbooks(unlocked());
    }

    /// What auditors send back.
    public AuditReviews auditReviews() throws WorkspaceException {
        return new AuditReviews(unlocked());
    }

    /// What auditors asked for, and what became of it.
    public FollowUps followUps() throws WorkspaceException {
        return new FollowUps(unlocked());
    }

    /// Samples of what is recorded.
    public Sampling sampling() throws WorkspaceException {
        return new Sampling(unlocked());
    }

    public Risks risks() throws WorkspaceException {
        return new Risks(unlocked());
    }

    /// The ninety days in which the product is tried out.
    public Pilots pilots() throws WorkspaceException {
        return new Pilots(unlocked());
    }

    /// The risks that are known.
    public RiskRegister riskRegister() throws WorkspaceException {
        return new RiskRegister(unlocked());
    }

    /// Clocks: what is due by when.
    public Deadlines deadlines() throws WorkspaceException {
        return new Deadlines(unlocked());
    }

    /// What begins, ends and is due from `from` to `to`, both included.
    public Calendar calendar(AsOf asOf, LocalDate from, LocalDate to) throws WorkspaceException {
        return at(asOf).calendar(from, to);
    }

    /// Erasure, and what forbids it: periods and legal holds.
    public Keeping keeping() throws WorkspaceException {
        return new Keeping(unlocked());
    }

    /// Copies the workspace as it is now: payloads and ledger into one archive, keys into another.
    public BackupResult backUp(Path out, Optional<Path> keysOut) throws WorkspaceException {
        return backUp(out, keysOut, BackupForm.ZIP);
    }

    /// The same, as zip files or as plain folders.
    public BackupResult backUp(Path out, Optional<Path> keysOut, BackupForm form) throws WorkspaceException {
        return new BackingUp(unlocked()).backUp(out, keysOut, form);
    }

    /// Makes a workspace in `to`, empty or absent, from a backup and its archive of keys. All of it is
    /// verified first.
    public static RestoreResult restore(Path backup, Path keys, Path to, WorkspaceEnvironment environment)
            throws WorkspaceException {
        return new Restoring(to, environment.memory(), environment.random()).restore(backup, keys);
    }

    /// What was seen of this log before and is not here; nothing is recorded while there is any.
    public List<RollbackAlarm> rollbackAlarms() {
        return parts.alarms();
    }

    /// Goes on with this folder although `memory` has seen more or other entries. For a workspace that was
    /// opened without
    /// that memory.
    /// @return the alarms that were acknowledged, each by an entry of its own
    public List<RollbackAlarm> acknowledgeRollback(CheckpointMemory memory, String reason) throws WorkspaceException {
        return Acknowledging.acknowledge(unlocked(), memory, reason);
    }

    /// Every entry, oldest first.
    public List<LogLine> log() throws WorkspaceException {
        return log(new KnownAt.Now());
    }

    /// The entries that were known then, oldest first.
    public List<LogLine> log(KnownAt known) throws WorkspaceException {
        return at(new AsOf(Optional.empty(), known)).log(0, Long.MAX_VALUE);
    }

    /// What happened to a subject, oldest first.
    public List<HistoryLine> history(Subject subject) throws WorkspaceException {
        return at(AsOf.now()).history(subject);
    }

    /// What passes between this workspace and witnesses.
    public Witnesses witnesses() throws WorkspaceException {
        return new Witnesses(unlocked());
    }

    /// The key that founded the workspace.
    Ed25519PublicKey personKey() {
        return parts.keyring().person().publicKey();
    }

    /// What the index holds, as one hash: a rebuilt index has the same.
    Digest indexFingerprint() throws WorkspaceException {
        return parts.finder().fingerprint();
    }

    /// What is done with another laptop.
    public Exchange exchange() throws WorkspaceException {
        return new Exchange(unlocked());
    }

    /// Who time-stamps what is signed here.
    public TimeStamps timeStamps() throws WorkspaceException {
        return new TimeStamps(unlocked());
    }

    /// Keeps packs provable.
    public PackRenewal renewal() throws WorkspaceException {
        return new PackRenewal(unlocked());
    }

    /// Writes an audit pack and records its issue.
    public IssuedPack pack(PackRequest request, Progress progress) throws WorkspaceException {
        return new PackIssue(unlocked()).issue(request, progress);
    }

    /// The proof that an entry is in the log, under the newest checkpoint.
    public ProofResult prove(long entry) throws WorkspaceException {
        return new Proving(unlocked()).prove(entry);
    }

    /// Signs a checkpoint, writes partial tiles and releases the folder.
    @Override
    public void close() throws WorkspaceException {
        try {
            parts.finder().close();
        } catch (LedgerException e) {
            throw Failures.of(e);
        } finally {
            closeLedger();
        }
    }

    private void closeLedger() throws WorkspaceException {
        try {
            if (parts.environment().memory().isPresent() && parts.ledger().condition() instanceof Condition.Writable) {
                parts.environment().memory().get().remember(parts.ledger().checkpoint());
            }
        } catch (LedgerException e) {
            throw Failures.of(e);
        } finally {
            releaseLedger();
        }
    }

    private void releaseLedger() throws WorkspaceException {
        try {
            parts.ledger().close();
            parts.keyring().close();
        } catch (LedgerException e) {
            throw Failures.of(e);
        }
    }

    private static WorkspaceFolder folder(Path dir) {
        return new WorkspaceFolder(dir.toAbsolutePath().normalize());
    }
}
