package org.cairn.app.workspace;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Catalogue;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.calendar.Bearing;
import org.cairn.checklist.calendar.CalendarEntry;
import org.cairn.checklist.calendar.CalendarEntry.Kind;
import org.cairn.checklist.calendar.DeadlineStanding;
import org.cairn.checklist.calendar.Duties;
import org.cairn.checklist.calendar.Duty;
import org.cairn.checklist.calendar.LawCalendar;
import org.cairn.checklist.check.CheckCatalogue;
import org.cairn.checklist.deadline.DeadlineRule;
import org.cairn.checklist.deadline.DeadlineRule.Rounds;
import org.cairn.checklist.deadline.DeadlineRuleId;
import org.cairn.checklist.deadline.Reckoning;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.posture.Posture;
import org.cairn.checklist.scope.Scoping;
import org.cairn.evidence.RecordedEvidence;

/// Puts the calendar of a workspace together: law, clocks, evidence, risk acceptances, days that people set themselves.
final class CalendarReading {
    /// Answers of this sort leave nothing to be done by the day that they name.
    private static final Set<AnswerStatus> DONE = EnumSet.of(AnswerStatus.MET, AnswerStatus.NOT_APPLICABLE);

    private final Parts parts;
    private final TwoTimes times;
    private final List<CalendarEntry> entries = new ArrayList<>();
    private final Set<CalendarEntry> done = new HashSet<>();

    CalendarReading(Parts parts, TwoTimes times) {
        this.parts = parts;
        this.times = times;
    }

    /// @param from first day, in UTC
    /// @param to   last day
    /// @param posture at these times
    Calendar read(LocalDate from, LocalDate to, Posture posture) throws WorkspaceException {
        Set<FrameworkId> adopted = posture.frameworks().keySet();
        Catalogue catalogue = parts.library(times).catalogue();
        Duties duties = new Duties(catalogue, new Scoping(catalogue, posture.scope()));
        LawCalendar.Days law =
                LawCalendar.days(catalogue, adopted, duties, LocalDate.ofInstant(times.knownAt(), ZoneOffset.UTC));
        entries.addAll(law.entries());
        List<DeadlineStanding> clocks = new Deadlines(parts).standings(times.validAt(), times.size());
        clocks.stream().filter(DeadlineStanding::runs).forEach(this::clock);
        evidence();
        risks();
        answers(posture);
        followUps();
        List<CalendarEntry> shown = entries.stream()
                .filter(entry -> !entry.day().isBefore(from) && !entry.day().isAfter(to))
                .sorted(CalendarEntry.ORDER)
                .toList();
        return new Calendar(
                parts.file().origin(),
                times,
                from,
                to,
                entries.stream()
                        .filter(this::overdue)
                        .sorted(CalendarEntry.ORDER)
                        .toList(),
                shown,
                law.others(),
                withoutClock(clocks, adopted, duties));
    }

    /// A moment before now; a day is over when it has ended.
    private boolean overdue(CalendarEntry entry) {
        boolean past = entry.at()
                .map(times.validAt()::isAfter)
                .orElseGet(() -> entry.day().isBefore(CalendarEntry.dayOf(times.validAt())));
        return entry.due() && past && !done.contains(entry);
    }

    private void clock(DeadlineStanding clock) {
        Optional<Reckoning.Due> due = clock.reckoning().due();
        if (due.isEmpty() || clock.rule().isEmpty()) {
            return;
        }
        DeadlineRule rule = clock.rule().get();
        Kind kind = switch (rule.sense()) {
            case KEEP_UNTIL -> Kind.KEEP_UNTIL;
            case LASTS_UNTIL -> Kind.LASTS_UNTIL;
            case ACT_BY -> rule.repeats() == Rounds.REPEATS ? Kind.RECURRING_DUTY : Kind.DEADLINE;
        };
        Reckoning.Due end = due.get();
        String safe =
                end.at().equals(end.unmoved()) ? "" : "; whoever acts by " + end.unmoved() + " is in time either way";
        entries.add(new CalendarEntry(
                CalendarEntry.dayOf(end.at()),
                Optional.of(end.at()),
                kind,
                Optional.of(rule.framework()),
                clock.deadline().id().hex(),
                rule.id().value(),
                rule.id() + ": " + rule.title(),
                "decided by '" + end.decidedBy().text() + "'" + safe
                        + String.join(
                                "",
                                clock.reckoning().assumptions().stream()
                                        .map(text -> "; " + text)
                                        .toList()),
                rule.citation(),
                Bearing.APPLIES,
                Optional.of(clock.deadline().started().entry())));
    }

    private List<Duty> withoutClock(List<DeadlineStanding> clocks, Set<FrameworkId> adopted, Duties duties) {
        Set<DeadlineRuleId> running = clocks.stream()
                .filter(DeadlineStanding::runs)
                .map(clock -> clock.deadline().rule())
                .collect(Collectors.toSet());
        return new Deadlines(parts)
                .rules().rules().stream()
                        .filter(rule -> rule.repeats() == Rounds.REPEATS)
                        .filter(rule -> adopted.contains(rule.framework()) && !running.contains(rule.id()))
                        .flatMap(rule -> duties.of(rule).map(bearing -> new Duty(rule, bearing)).stream())
                        .toList();
    }

    /// The newest piece of each collector from each host and scope: an older one has been replaced and need not expire.
    private void evidence() {
        CheckCatalogue checks = parts.environment().knowledge().checks();
        Map<String, RecordedEvidence> newest = new HashMap<>();
        for (RecordedEvidence piece : parts.shelf().all()) {
            if (piece.entry() < times.size() && !piece.evidence().observedAt().isAfter(times.validAt())) {
                String source =
                        piece.evidence().collector() + " " + piece.evidence().strand();
                newest.merge(source, piece, CalendarReading::newer);
            }
        }
        for (RecordedEvidence piece : newest.values()) {
            StaleEvidence.from(checks, piece)
                    .ifPresent(at -> entries.add(new CalendarEntry(
                            CalendarEntry.dayOf(at),
                            Optional.of(at),
                            Kind.EVIDENCE_EXPIRES,
                            Optional.empty(),
                            piece.id().hex(),
                            piece.evidence().collector().value(),
                            "evidence of " + piece.evidence().collector() + " becomes stale",
                            "entry " + piece.entry(),
                            "",
                            Bearing.APPLIES,
                            Optional.of(piece.entry()))));
        }
    }

    private static RecordedEvidence newer(RecordedEvidence one, RecordedEvidence other) {
        return Comparator.comparing((RecordedEvidence piece) -> piece.evidence().observedAt())
                                .thenComparingLong(RecordedEvidence::entry)
                                .compare(one, other)
                        > 0
                ? one
                : other;
    }

    private void risks() throws WorkspaceException {
        for (RiskLine risk : new Risks(parts).all(times)) {
            if (risk.state() != RiskLine.State.ENDED) {
                String subjects = String.join(
                        ", ", risk.subjects().stream().map(Subject::text).toList());
                entries.add(new CalendarEntry(
                        risk.until(),
                        Optional.empty(),
                        Kind.RISK_ACCEPTANCE_ENDS,
                        Optional.empty(),
                        risk.id().hex(),
                        subjects,
                        "last day of the risk acceptance on " + subjects,
                        "entry " + risk.entry(),
                        "",
                        Bearing.APPLIES,
                        Optional.of(risk.entry())));
            }
        }
    }

    /// What is answered waits for the auditor, and what is accepted for nobody.
    private void followUps() throws WorkspaceException {
        for (FollowUp asked : new FollowUps(parts).all(times.size())) {
            if (asked.due().isPresent() && asked.state() instanceof FollowUp.Open) {
                String item = AuditTexts.item(asked.item());
                entries.add(new CalendarEntry(
                        asked.due().get(),
                        Optional.empty(),
                        Kind.FOLLOW_UP_DUE,
                        Optional.empty(),
                        asked.item().text(),
                        item,
                        "an auditor wants to see something about " + item,
                        "entry " + asked.entry(),
                        "",
                        Bearing.APPLIES,
                        Optional.of(asked.entry())));
            }
        }
    }

    private void answers(Posture posture) {
        Stream<Recorded<ControlAnswered>> answers = Stream.concat(
                posture.controls().stream().flatMap(row -> row.answer().stream()),
                posture.frameworks().values().stream()
                        .flatMap(framework -> framework.requirements().stream())
                        .flatMap(row -> row.answer().stream()));
        answers.distinct()
                .forEach(answer -> answer.event().due().ifPresent(due -> {
                    CalendarEntry entry = due(answer, due);
                    entries.add(entry);
                    if (DONE.contains(answer.event().status())) {
                        done.add(entry);
                    }
                }));
    }

    private static CalendarEntry due(Recorded<ControlAnswered> answer, LocalDate due) {
        String subject = answer.event().subject().text();
        return new CalendarEntry(
                due,
                Optional.empty(),
                Kind.ANSWER_DUE,
                Optional.empty(),
                subject,
                subject,
                subject + " is to be done, as its answer says",
                "entry " + answer.entry(),
                "",
                Bearing.APPLIES,
                Optional.of(answer.entry()));
    }
}
