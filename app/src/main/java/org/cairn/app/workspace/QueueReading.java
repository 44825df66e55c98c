package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.app.workspace.QueueLine.Waits;
import org.cairn.checklist.Subject;
import org.cairn.checklist.WorkState;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.ReviewEvent;
import org.cairn.checklist.event.ReviewEvent.AnswerReviewed;
import org.cairn.checklist.event.ReviewEvent.AnswerReviewed.Decision;
import org.cairn.checklist.event.ReviewEvent.AnswerSubmitted;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.checklist.posture.Posture;
import org.cairn.checklist.posture.RequirementPosture;

/// Reads the queue of one state for the one at work.
final class QueueReading {
    private static final int ID_DIGITS = 12;

    private final Parts parts;
    private final StateAt state;
    private final ReviewerCheck reviewer;
    private final Readiness readiness;
    private final Map<Long, Recorded<AnswerSubmitted>> submitted = new HashMap<>();
    private final Map<Long, Recorded<AnswerReviewed>> sentBack = new HashMap<>();
    private final List<QueueLine> lines = new ArrayList<>();

    QueueReading(Parts parts, StateAt state) throws WorkspaceException {
        this.parts = parts;
        this.state = state;
        this.reviewer = ReviewerCheck.of(parts);
        this.readiness = new Readiness(parts, state);
        long size = state.times().size();
        parts.log()
                .all(AnswerSubmitted.class, size)
                .forEach(each -> submitted.put(each.event().answer().entry(), each));
        parts.log().all(AnswerReviewed.class, size).stream()
                .filter(each -> each.event().decision() == Decision.CHANGES_REQUESTED)
                .forEach(each -> sentBack.put(each.event().answer().entry(), each));
    }

    List<QueueLine> read() throws WorkspaceException {
        Set<Long> proposed = new HashSet<>();
        if (state.times().now()) {
            for (Proposal proposal : new Proposals(parts).all()) {
                if (proposal.event().event() instanceof AnswerReviewed reviewed) {
                    proposed.add(reviewed.answer().entry());
                }
                lines.add(signature(proposal));
            }
        }
        Posture posture = state.posture();
        for (ControlPosture row : posture.controls()) {
            answer(
                    row.control().id(),
                    row.answer(),
                    row.workState(),
                    row.linked().size(),
                    proposed);
        }
        for (FrameworkPosture framework : posture.frameworks().values()) {
            for (RequirementPosture row : framework.requirements()) {
                answer(
                        row.requirement().id(),
                        row.answer(),
                        row.workState(),
                        row.linked().size(),
                        proposed);
            }
        }
        lines.sort(Comparator.comparing(QueueLine::waits).thenComparing(QueueLine::since));
        return List.copyOf(lines);
    }

    /// Another laptop's answers are reviewed there.
    private void answer(
            Subject subject,
            Optional<Recorded<ControlAnswered>> answered,
            WorkState workState,
            int linked,
            Set<Long> proposed)
            throws WorkspaceException {
        if (answered.isEmpty() || answered.get().importedFrom().isPresent()) {
            return;
        }
        Recorded<ControlAnswered> answer = answered.get();
        boolean own = reviewer.wrote(answer.actor());
        switch (workState) {
            case SUBMITTED -> {
                if (!proposed.contains(answer.entry())) {
                    lines.add(line(Waits.REVIEW, subject, answer, linked, reviewer.hurdles(answer.actor())));
                }
            }
            case DRAFT, CHANGES_REQUESTED -> {
                if (own) {
                    lines.add(line(Waits.SUBMISSION, subject, answer, linked, readiness.of(subject)));
                }
            }
            case ACCEPTED -> {}
        }
    }

    private QueueLine line(
            Waits waits, Subject subject, Recorded<ControlAnswered> answer, int linked, Set<Hurdle> hurdles)
            throws WorkspaceException {
        Optional<Recorded<AnswerSubmitted>> handedIn = Optional.ofNullable(submitted.get(answer.entry()));
        Optional<Recorded<AnswerReviewed>> review =
                waits == Waits.SUBMISSION ? Optional.ofNullable(sentBack.get(answer.entry())) : Optional.empty();
        Optional<String> asked =
                review.isPresent() ? parts.names().text(review.get().event().reason()) : Optional.empty();
        return new QueueLine(
                waits,
                subject.text(),
                List.of(subject),
                Optional.of(answer.event().status()),
                waits == Waits.REVIEW ? "AnswerSubmitted" : "ControlAnswered",
                LogTexts.summary(answer.event()),
                parts.names().of(answer.actor()),
                review.map(Recorded::recordedAt)
                        .or(() -> handedIn.map(Recorded::recordedAt).filter(_ -> waits == Waits.REVIEW))
                        .orElse(answer.recordedAt()),
                parts.names().text(answer.event().note()),
                asked,
                Math.max(linked, answer.event().evidence().size()),
                hurdles);
    }

    private QueueLine signature(Proposal proposal) {
        Set<Hurdle> hurdles = EnumSet.noneOf(Hurdle.class);
        boolean signed =
                proposal.envelope().signatures().stream().anyMatch(signature -> reviewer.wrote(signature.keyId()));
        if (proposal.refusal().isPresent()) {
            hurdles.add(Hurdle.OUTDATED);
        } else if (reviewer.atWork().isEmpty()) {
            hurdles.add(Hurdle.NOBODY_AT_WORK);
        } else if (signed) {
            hurdles.add(Hurdle.SIGNED_ALREADY);
        }
        return new QueueLine(
                Waits.SIGNATURE,
                proposal.id().substring(0, ID_DIGITS),
                subjects(proposal.event().event()),
                Optional.empty(),
                proposal.kind(),
                proposal.summary(),
                String.join(", ", proposal.signers()),
                proposal.event().recordedAt(),
                proposal.text(),
                Optional.empty(),
                0,
                hurdles);
    }

    private static List<Subject> subjects(Event event) {
        if (event instanceof AnswerReviewed reviewed) {
            return List.of(reviewed.subject());
        }
        return event instanceof ReviewEvent.RiskAccepted risk ? risk.subjects() : List.of();
    }
}
