package org.cairn.app.workspace;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.app.audit.ReviewFile;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.AuditItem;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.HandbackEvent.AuditReviewReceived;
import org.cairn.checklist.event.HandbackEvent.AuditorRemarked;
import org.cairn.checklist.event.HandbackEvent.RemarkAnswered;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.ReviewEvent;
import org.cairn.checklist.event.RevisionEvent;
import org.cairn.proof.Digest;
import org.cairn.proof.KeyId;

/// What auditors asked for, and what became of it. The newest mark of an auditor on an item counts; whoever raised
/// something is the one who accepts it.
public final class FollowUps {
    private final Parts parts;

    FollowUps(Parts parts) {
        this.parts = parts;
    }

    private record Asked(KeyId auditor, AuditItem item) {}

    private record Mark(Recorded<AuditorRemarked> recorded, Recorded<AuditReviewReceived> review) {}

    /// Overdue first, then by day, then what has none, then what was answered, then what was accepted.
    public List<FollowUp> all() throws WorkspaceException {
        return all(parts.log().size());
    }

    /// By what the first `upTo` entries say.
    List<FollowUp> all(long upTo) throws WorkspaceException {
        Map<Digest, Recorded<AuditReviewReceived>> reviews = new HashMap<>();
        parts.log()
                .all(AuditReviewReceived.class, upTo)
                .forEach(review -> reviews.put(review.event().file(), review));
        Map<Asked, List<Mark>> asked = new LinkedHashMap<>();
        for (Recorded<AuditorRemarked> remark : parts.log().all(AuditorRemarked.class, upTo)) {
            Recorded<AuditReviewReceived> review = reviews.get(remark.event().review());
            if (review != null) {
                asked.computeIfAbsent(
                                new Asked(review.event().key(), remark.event().item()), _ -> new ArrayList<>())
                        .add(new Mark(remark, review));
            }
        }
        Map<Long, Recorded<RemarkAnswered>> answered = new HashMap<>();
        parts.log()
                .all(RemarkAnswered.class, upTo)
                .forEach(each -> answered.put(each.event().remark(), each));
        List<FollowUp> lines = new ArrayList<>();
        for (List<Mark> marks : asked.values()) {
            line(marks, answered).ifPresent(lines::add);
        }
        lines.sort(ORDER);
        return lines;
    }

    private static final Comparator<FollowUp> ORDER = Comparator.comparingInt((FollowUp line) -> switch (line.state()) {
                case FollowUp.Open _ -> 0;
                case FollowUp.Answered _ -> 1;
                case FollowUp.Accepted _ -> 2;
            })
            .thenComparing(line -> line.due().orElse(LocalDate.MAX))
            .thenComparingLong(FollowUp::entry);

    /// Of what one auditor said of one item: the newest that asks for work.
    private Optional<FollowUp> line(List<Mark> said, Map<Long, Recorded<RemarkAnswered>> answered)
            throws WorkspaceException {
        List<Mark> marks = said.stream()
                .sorted(Comparator.comparing(
                                (Mark mark) -> mark.review().event().signedAt())
                        .thenComparingLong(mark -> mark.recorded().entry()))
                .toList();
        Optional<Mark> asks = marks.reversed().stream()
                .filter(mark -> mark.recorded().event().mark().asksForWork())
                .findFirst();
        if (asks.isEmpty()) {
            return Optional.empty();
        }
        Mark mark = asks.get();
        boolean reopened = marks.subList(0, marks.indexOf(mark)).stream()
                .map(Mark::recorded)
                .anyMatch(earlier -> !earlier.event().mark().asksForWork() || answered.containsKey(earlier.entry()));
        Recorded<AuditorRemarked> newest = marks.getLast().recorded();
        if (mark.recorded().entry() != newest.entry()) {
            return Optional.of(line(mark, reopened, new FollowUp.Accepted(newest.entry(), newest.recordedAt())));
        }
        Recorded<RemarkAnswered> answer = answered.get(newest.entry());
        return Optional.of(line(mark, reopened, answer == null ? new FollowUp.Open() : answered(answer)));
    }

    private FollowUp line(Mark mark, boolean reopened, FollowUp.State state) throws WorkspaceException {
        AuditorRemarked remarked = mark.recorded().event();
        AuditReviewReceived review = mark.review().event();
        return new FollowUp(
                mark.recorded().entry(),
                remarked.item(),
                remarked.mark(),
                parts.names().text(remarked.remark()),
                remarked.due(),
                review.key(),
                parts.readable(review.statement()).flatMap(ReviewFile::auditorOf),
                review.pack(),
                mark.review().recordedAt(),
                reopened,
                state);
    }

    private FollowUp.Answered answered(Recorded<RemarkAnswered> answer) throws WorkspaceException {
        return new FollowUp.Answered(
                answer.entry(),
                answer.event().by(),
                parts.names().of(answer.actor()),
                answer.recordedAt(),
                parts.names().text(answer.event().note()));
    }

    /// The day that what is due is held against.
    public LocalDate today() {
        return LocalDate.ofInstant(parts.environment().clock().instant(), ZoneOffset.UTC);
    }

    /// Says that a remark is answered.
    /// @param remark the entry of the remark
    /// @param by     the entry that answers it
    /// @return the entry's index
    public long answer(long remark, long by, String note) throws WorkspaceException {
        parts.requireWritable();
        FollowUp line = all().stream()
                .filter(each -> each.entry() == remark)
                .findFirst()
                .orElseThrow(() -> new WorkspaceException(
                        Kind.UNKNOWN_ENTRY,
                        "entry " + remark + " is no remark that stands; `cairn follow-up` shows them. Nothing was"
                                + " recorded"));
        Reviews.requireReason(note);
        switch (line.state()) {
            case FollowUp.Open _ -> {}
            case FollowUp.Answered answered ->
                throw new WorkspaceException(
                        Kind.NOT_ALLOWED,
                        "the remark of entry " + remark + " was answered already, by entry " + answered.entry()
                                + "; the auditor's next review says whether it is. Nothing was recorded");
            case FollowUp.Accepted accepted ->
                throw new WorkspaceException(
                        Kind.NOT_ALLOWED,
                        "the auditor accepted it already, by entry " + accepted.entry() + "; nothing was recorded");
        }
        requireAnswer(line, by);
        return parts.log().recordByPerson(new RemarkAnswered(remark, by, parts.store(note)));
    }

    /// Recorded after what the auditor saw, and about what was remarked on.
    private void requireAnswer(FollowUp line, long by) throws WorkspaceException {
        long seen = parts.log()
                .event(line.pack())
                .flatMap(recorded -> recorded.as(Event.PackIssued.class))
                .map(pack -> pack.event().size())
                .orElse(line.pack());
        Optional<Recorded<? extends Event>> answer =
                by < parts.log().size() ? parts.log().event(by) : Optional.empty();
        if (answer.isEmpty() || by < seen) {
            throw new WorkspaceException(
                    Kind.UNKNOWN_ENTRY,
                    answer.isEmpty()
                            ? "no entry " + by + " here; nothing was recorded"
                            : "entry " + by + " was there when the pack was made, so the auditor saw it or could have:"
                                    + " name what was recorded since. Nothing was recorded");
        }
        boolean fits = switch (line.item()) {
            case AuditItem.Row(Subject subject) -> isAbout(answer.get().event(), subject);
            case AuditItem.Piece(var evidence) ->
                switch (answer.get().event()) {
                    case RevisionEvent.EvidenceSuperseded revision ->
                        revision.evidence().equals(evidence);
                    case Event.EvidenceRecorded _, Event.EvidenceLinked _, Event.ControlAnswered _ -> true;
                    default -> false;
                };
        };
        if (!fits) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    "entry " + by + " (" + LogTexts.summary(answer.get().event()) + ") answers nothing about "
                            + AuditTexts.item(line.item())
                            + ": name an answer to it, evidence recorded or linked since, or a risk accepted on it."
                            + " Nothing was recorded");
        }
    }

    private static boolean isAbout(Event event, Subject subject) {
        return switch (event) {
            case Event.ControlAnswered answer -> answer.subject().equals(subject);
            case Event.EvidenceLinked linked -> linked.subject().equals(subject);
            case ReviewEvent.AnswerWithdrawn taken -> taken.subject().equals(subject);
            case ReviewEvent.RiskAccepted risk -> Set.copyOf(risk.subjects()).contains(subject);
            case Event.EvidenceRecorded _ -> true;
            default -> false;
        };
    }
}
