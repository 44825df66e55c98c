package org.cairn.app.workspace;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.ErasureEvent.Bound;
import org.cairn.evidence.EvidenceId;

/// How long records are kept, what holds them, and how they are erased.
public final class Keeping {
    private final Parts parts;

    Keeping(Parts parts) {
        this.parts = parts;
    }

    /// Proposes an erasure, which a second person approves. Nothing is destroyed before that.
    public Proposal proposeErasure(ErasureRequest request) throws WorkspaceException {
        return new Proposals(parts).propose(new ErasurePlan(parts).plan(request));
    }

    /// Backups and packs that were made while an item could be read, oldest first: an erasure does not reach them.
    public List<KnownCopy> copiesOf(ErasureRequest.Target target) {
        return new Copies(parts).of(target);
    }

    /// How long everything is kept, and by which rule.
    public RetentionOverview overview() {
        return new RetentionReport(parts).overview();
    }

    /// Sets how long the organisation itself keeps something.
    /// @param appliesTo `all`, `answers`, `evidence`, or `collector:` and an id
    /// @param period    empty takes the rule back
    /// @return the entry's index
    public long setPeriod(String appliesTo, Bound bound, Optional<Period> period, String reason)
            throws WorkspaceException {
        return new RetentionReport(parts).set(appliesTo, bound, period, reason);
    }

    /// Forbids erasure until the hold is lifted; without evidence and subjects, of everything.
    /// @return the entry's index, by which the hold is lifted
    public long placeHold(List<EvidenceId> evidence, List<Subject> subjects, String reason) throws WorkspaceException {
        return new Legal(parts).place(evidence, subjects, reason);
    }

    public long liftHold(long hold, String reason) throws WorkspaceException {
        return new Legal(parts).lift(hold, reason);
    }
}
