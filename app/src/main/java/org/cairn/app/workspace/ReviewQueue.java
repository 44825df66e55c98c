package org.cairn.app.workspace;

import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.QueueLine.Waits;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.ReviewEvent.AnswerReviewed;
import org.cairn.checklist.event.ReviewEvent.ProposalRejected;
import org.cairn.proof.Digest;

/// What waits for a reviewer, for a second signature, or to be handed in; and what is done about it. A line that
/// somebody may not do is refused in the words of its hurdle.
public final class ReviewQueue {
    private final Parts parts;

    ReviewQueue(Parts parts) {
        this.parts = parts;
    }

    /// Of a state: what waits longest first, by what it waits for. Proposals are no entries: they wait in the present
    /// alone.
    public List<QueueLine> lines(StateAt state) throws WorkspaceException {
        return new QueueReading(parts, state).read();
    }

    public List<QueueLine> lines() throws WorkspaceException {
        return lines(new StateAt(parts, parts.times(AsOf.now())));
    }

    /// Proposes to accept what was submitted; another person has to sign too.
    public Proposal accept(QueueLine line, String reason) throws WorkspaceException {
        require(line, Waits.REVIEW);
        return new Reviews(parts).accept(subject(line), reason);
    }

    /// Asks for changes, also where its acceptance waits for a second signature; that proposal is withdrawn.
    /// @return the entry's index
    public long sendBack(QueueLine line, String reason) throws WorkspaceException {
        if (line.waits() == Waits.SIGNATURE) {
            Proposal proposal = new Proposals(parts).find(line.id());
            if (!(proposal.event().event() instanceof AnswerReviewed reviewed)) {
                throw new WorkspaceException(
                        Kind.BAD_INPUT,
                        line.id() + " is no answer that could be sent back; `cairn withdraw-proposal` forgets it");
            }
            long entry = new Reviews(parts).requestChanges(reviewed.subject(), reason);
            new Proposals(parts).withdraw(proposal);
            return entry;
        }
        require(line, Waits.REVIEW);
        return new Reviews(parts).requestChanges(subject(line), reason);
    }

    /// Refuses to sign what another person proposed, with the reason in the ledger; the proposal is forgotten here.
    /// An acceptance of an answer is sent back instead, which asks its author for changes.
    /// @return the entry's index
    public long reject(QueueLine line, String reason) throws WorkspaceException {
        require(line, Waits.SIGNATURE);
        Proposal proposal = new Proposals(parts).find(line.id());
        if (proposal.event().event() instanceof AnswerReviewed) {
            return sendBack(line, reason);
        }
        Reviews.requireReason(reason);
        long entry = parts.log()
                .recordByPerson(new ProposalRejected(
                        Digest.parseHex(proposal.id()), proposal.kind(), line.subjects(), parts.store(reason)));
        new Proposals(parts).withdraw(proposal);
        return entry;
    }

    /// Signs as the second person, and records.
    /// @return the entry's index
    public long sign(QueueLine line) throws WorkspaceException {
        require(line, Waits.SIGNATURE);
        Proposals proposals = new Proposals(parts);
        return proposals.approve(proposals.find(line.id()));
    }

    /// @return the entry's index
    public long submit(QueueLine line) throws WorkspaceException {
        require(line, Waits.SUBMISSION);
        return new Reviews(parts).submit(subject(line));
    }

    private void require(QueueLine line, Waits waits) throws WorkspaceException {
        parts.requireWritable();
        if (line.waits() != waits) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    line.id() + " waits for " + line.waits().code() + ", not for " + waits.code()
                            + "; nothing was recorded");
        }
        Optional<Hurdle> hurdle = line.hurdles().stream().findFirst();
        if (hurdle.isPresent()) {
            throw new WorkspaceException(
                    Kind.NOT_ALLOWED, line.id() + ": " + hurdle.get().words() + ". Nothing was recorded");
        }
    }

    private static Subject subject(QueueLine line) {
        return line.subjects().getFirst();
    }
}
