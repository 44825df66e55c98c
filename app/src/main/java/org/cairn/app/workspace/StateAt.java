package org.cairn.app.workspace;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cairn.app.objection.Objection;
import org.cairn.app.objection.ObjectionScope;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.posture.EvidenceForces;
import org.cairn.checklist.posture.Fleet;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.checklist.posture.Posture;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.frameworks.FrameworkLibrary;

/// One state of a workspace: what was so at one time, as it was known at another. Whatever is asked of it rests on the
/// same entries, also while more are recorded. Nothing can be recorded through it. Safe for any thread.
public final class StateAt {
    private final Parts parts;
    private final TwoTimes times;
    private Optional<Rolled<Parts.Judged>> rolled = Optional.empty();
    private Optional<Rolled<Fleet>> fleet = Optional.empty();

    /// What was calculated, as long as the ledger holds so many entries: what is recorded later may erase what it rests
    /// on.
    private record Rolled<T>(long head, T value) {}

    StateAt(Parts parts, TwoTimes times) {
        this.parts = parts;
        this.times = times;
    }

    public TwoTimes times() {
        return times;
    }

    public Posture posture() throws WorkspaceException {
        return judged().posture();
    }

    /// How far each piece of attached evidence counted.
    public EvidenceForces forces() throws WorkspaceException {
        return judged().forces();
    }

    /// Calculated once for as long as nothing is recorded.
    private synchronized Parts.Judged judged() throws WorkspaceException {
        Parts open = unlocked();
        long head = open.log().size();
        if (rolled.isEmpty() || rolled.get().head() != head) {
            rolled = Optional.of(new Rolled<>(head, open.judge(times)));
        }
        return rolled.get().value();
    }

    /// What each check says of each host; calculated once for as long as nothing is recorded.
    public synchronized Fleet fleet() throws WorkspaceException {
        Parts open = unlocked();
        long head = open.log().size();
        if (fleet.isEmpty() || fleet.get().head() != head) {
            fleet = Optional.of(new Rolled<>(head, open.fleet(times)));
        }
        return fleet.get().value();
    }

    /// What ships with the product and what had been imported.
    public FrameworkLibrary library() throws WorkspaceException {
        return unlocked().library(times);
    }

    /// Evidence that was recorded by then and can be opened, oldest first; of a past state, what was observed by that
    /// day. What was erased since is not there.
    public List<RecordedEvidence> evidence() throws WorkspaceException {
        return unlocked().shelf().all().stream()
                .filter(piece -> piece.entry() < times.size())
                .filter(piece -> times.now() || !piece.evidence().observedAt().isAfter(times.validAt()))
                .toList();
    }

    /// The evidence that a pack about a framework holds, oldest first; none where it was not adopted.
    public List<RecordedEvidence> packEvidence(FrameworkId about) throws WorkspaceException {
        Posture posture = posture();
        Optional<FrameworkPosture> framework = posture.framework(about);
        return framework.isEmpty()
                ? List.of()
                : PackEvidence.of(
                                posture,
                                framework.get(),
                                unlocked().environment().knowledge().checks(),
                                evidence())
                        .all();
    }

    /// What an auditor would send back of this state, the gravest kind first.
    public List<Objection> objections(ObjectionScope scope) throws WorkspaceException {
        return new ObjectionReading(unlocked(), this).read(scope);
    }

    /// What auditors had asked for, overdue first.
    public List<FollowUp> followUps() throws WorkspaceException {
        return new FollowUps(unlocked()).all(times.size());
    }

    /// What would stand otherwise if this piece were gone.
    public WithoutEvidence without(EvidenceId piece) throws WorkspaceException {
        Parts open = unlocked();
        return WithoutEvidence.between(piece, posture(), open.postureWithout(piece, times));
    }

    /// What was recorded about a subject by then, oldest first, whichever day it is about.
    public List<HistoryLine> history(Subject subject) throws WorkspaceException {
        return new Telling(unlocked()).history(subject, times.size());
    }

    /// The entries from `from` to before `to` that were known, oldest first. One that cannot be read is left out.
    /// Requires 0 <= from <= to.
    public List<LogLine> log(long from, long to) throws WorkspaceException {
        return new Telling(unlocked()).log(from, Math.min(to, times.size()));
    }

    /// As above, of entries in any order; those that were not known are left out.
    public List<LogLine> log(List<Long> entries) throws WorkspaceException {
        return new Telling(unlocked())
                .log(entries.stream().filter(entry -> entry < times.size()).toList());
    }

    /// The packs that had been issued, oldest first.
    public List<LogLine> packs() throws WorkspaceException {
        return new Telling(unlocked()).log(unlocked().finder().entries(Event.PackIssued.class, times.size()));
    }

    /// The risk acceptances, oldest first, each as it stood on that day.
    public List<RiskLine> risks() throws WorkspaceException {
        return new Risks(unlocked()).all(times);
    }

    /// The register of risks as it stood, the highest residual rating first.
    public List<RegisteredRisk> riskRegister() throws WorkspaceException {
        return new RiskRegister(unlocked()).all(times);
    }

    /// The acceptances of deviations, oldest first, each as it stood on that day.
    public List<AcceptedDeviation> acceptedDeviations() throws WorkspaceException {
        return new DeviationAcceptances(unlocked()).all(times);
    }

    /// What lies between two days in UTC, and what is overdue.
    public Calendar calendar(LocalDate from, LocalDate to) throws WorkspaceException {
        return new CalendarReading(unlocked(), times).read(from, to, posture());
    }

    /// Every clock as it stood, in the order in which they were started.
    public List<DeadlineLine> deadlines() throws WorkspaceException {
        return new Deadlines(unlocked()).all(times);
    }

    /// How far the way to the first signed report had been gone.
    public FirstSteps firstSteps() throws WorkspaceException {
        return FirstSteps.read(unlocked(), times);
    }

    /// The legal holds that were known to be in force, oldest first.
    public List<HoldLine> holds() throws WorkspaceException {
        return new Legal(unlocked()).list(times.size());
    }

    /// Every key that had been enrolled, with the roles that its holder had then.
    public List<IdentityLine> identities() throws WorkspaceException {
        return new Identities(unlocked()).all(times.size());
    }

    private Parts unlocked() throws WorkspaceException {
        parts.requireUnlocked();
        return parts;
    }
}
