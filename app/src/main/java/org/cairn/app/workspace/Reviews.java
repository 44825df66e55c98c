package org.cairn.app.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.ExchangeEvent.BundleImported;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.ReviewEvent.AnswerRef;
import org.cairn.checklist.event.ReviewEvent.AnswerReviewed;
import org.cairn.checklist.event.ReviewEvent.AnswerReviewed.Decision;
import org.cairn.checklist.event.ReviewEvent.AnswerSubmitted;
import org.cairn.checklist.event.ReviewEvent.AnswerWithdrawn;

/// Answers on their way to acceptance. Each step is about the newest answer that this ledger recorded, and names it by
/// its entry and the hash of that entry.
public final class Reviews {
    private final Parts parts;

    Reviews(Parts parts) {
        this.parts = parts;
    }

    /// The author holds the answer to be ready. Refused while a reviewer would have nothing to go by.
    /// @return the entry's index
    public long submit(Subject subject) throws WorkspaceException {
        parts.requireWritable();
        AnswerRef answer = newest(subject);
        Set<Hurdle> hurdles = new Readiness(parts, new StateAt(parts, parts.times(AsOf.now()))).of(subject);
        if (!hurdles.isEmpty()) {
            throw new WorkspaceException(
                    Kind.NOT_ALLOWED,
                    subject.text() + " is not ready for review: "
                            + hurdles.stream().map(Hurdle::words).collect(Collectors.joining("; "))
                            + ". Nothing was recorded");
        }
        return parts.log().recordByPerson(new AnswerSubmitted(subject, answer));
    }

    /// Proposes to accept, by a reviewer who did not write the answer; another person has to sign too.
    public Proposal accept(Subject subject, String reason) throws WorkspaceException {
        parts.requireWritable();
        AnswerRef answer = newest(subject);
        requireReviewer(
                subject, answer, "; where the reviewer works on another machine, write a file for them (--out)");
        return proposed(subject, answer, reason);
    }

    /// Begins an acceptance for a reviewer who works elsewhere and cannot begin it here: the author may sign first.
    /// @param out carried to the reviewer
    public Proposal acceptElsewhere(Subject subject, String reason, Path out) throws WorkspaceException {
        parts.requireWritable();
        Proposal proposal = proposed(subject, newest(subject), reason);
        new Proposals(parts).export(proposal, out);
        return proposal;
    }

    private Proposal proposed(Subject subject, AnswerRef answer, String reason) throws WorkspaceException {
        requireReason(reason);
        return new Proposals(parts)
                .propose(new AnswerReviewed(subject, answer, Decision.ACCEPTED, parts.store(reason)));
    }

    /// @return the entry's index
    public long requestChanges(Subject subject, String reason) throws WorkspaceException {
        parts.requireWritable();
        AnswerRef answer = newest(subject);
        requireReviewer(subject, answer, "");
        requireReason(reason);
        return parts.log()
                .recordByPerson(new AnswerReviewed(subject, answer, Decision.CHANGES_REQUESTED, parts.store(reason)));
    }

    /// @param other what can be done instead
    private void requireReviewer(Subject subject, AnswerRef answer, String other) throws WorkspaceException {
        ReviewerCheck check = ReviewerCheck.of(parts);
        Optional<Hurdle> hurdle = parts.log()
                .event(answer.entry())
                .flatMap(recorded -> check.hurdles(recorded.actor()).stream().findFirst());
        if (hurdle.isPresent()) {
            throw new WorkspaceException(
                    Kind.NOT_ALLOWED,
                    subject.text() + ": " + hurdle.get().words() + (hurdle.get() == Hurdle.OWN_WORK ? other : "")
                            + ". Nothing was recorded");
        }
    }

    /// Takes the newest answer back: the row is not answered any more. Refused where another workspace's answer would
    /// be left to stand, since it would not be unanswered then.
    /// @return the entry's index
    public long withdraw(Subject subject, String reason) throws WorkspaceException {
        parts.requireWritable();
        return withdraw(subject, newest(subject), reason);
    }

    /// Takes this answer back, and no other that was given since.
    /// @param entry of the answer
    /// @return the entry's index
    public long withdraw(Subject subject, long entry, String reason) throws WorkspaceException {
        parts.requireWritable();
        AnswerRef answer = newest(subject);
        if (answer.entry() != entry) {
            throw new WorkspaceException(
                    Kind.NOT_ALLOWED,
                    subject.text() + " was answered again with entry " + answer.entry() + "; nothing was recorded");
        }
        return withdraw(subject, answer, reason);
    }

    private long withdraw(Subject subject, AnswerRef answer, String reason) throws WorkspaceException {
        requireReason(reason);
        boolean alone = parts.log().all(BundleImported.class).isEmpty();
        if (!alone
                && parts.posture(parts.times(AsOf.now())).standing(subject).stream()
                        .anyMatch(standing -> standing.importedFrom().isPresent())) {
            throw new WorkspaceException(
                    Kind.NOT_ALLOWED,
                    subject.text() + " is answered by another workspace too: withdraw it there, or answer the row here"
                            + " first and decide for your answer; nothing was recorded");
        }
        return parts.log().recordByPerson(new AnswerWithdrawn(subject, answer, parts.store(reason)));
    }

    static void requireReason(String reason) throws WorkspaceException {
        if (reason.isBlank()) {
            throw new WorkspaceException(
                    Kind.MISSING_REASON, "say why, in a sentence an auditor can follow; nothing was recorded");
        }
    }

    private AnswerRef newest(Subject subject) throws WorkspaceException {
        new Answering(parts).textOf(subject);
        List<Long> entries = parts.finder().about(subject.text(), parts.log().size());
        for (long entry : entries.reversed()) {
            Optional<Recorded<AnswerWithdrawn>> taken =
                    parts.log().event(entry).flatMap(recorded -> recorded.as(AnswerWithdrawn.class));
            if (taken.isPresent()) {
                throw new WorkspaceException(
                        Kind.UNKNOWN_SUBJECT,
                        subject.text() + ": its answer was withdrawn with entry " + entry + "; nothing was recorded");
            }
            boolean answers = parts.log()
                    .event(entry)
                    .flatMap(recorded -> recorded.as(ControlAnswered.class))
                    .filter(answer -> answer.importedFrom().isEmpty())
                    .isPresent();
            if (answers) {
                return new AnswerRef(entry, parts.ledger().leaf(entry));
            }
        }
        throw new WorkspaceException(
                Kind.UNKNOWN_SUBJECT, subject.text() + ": nobody answered it here; nothing was recorded");
    }
}
