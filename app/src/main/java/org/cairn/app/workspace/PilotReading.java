package org.cairn.app.workspace;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.app.pilot.PilotMeasure;
import org.cairn.app.pilot.PilotState;
import org.cairn.app.pilot.PilotState.Figure;
import org.cairn.app.pilot.PilotState.Line;
import org.cairn.app.pilot.PilotState.Standing;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.check.CheckResult;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.ProgrammeEvent.PilotBegun;
import org.cairn.checklist.event.ProgrammeEvent.PilotMeasured;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.event.ReviewEvent.AnswerReviewed;
import org.cairn.checklist.event.ReviewEvent.AnswerReviewed.Decision;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.Verdict;

/// Reads the measures of one pilot from entries and evidence.
final class PilotReading {
    private final Parts parts;
    private final StateAt state;
    private final long size;

    PilotReading(Parts parts, StateAt state) {
        this.parts = parts;
        this.state = state;
        this.size = state.times().size();
    }

    Optional<PilotState> read() throws WorkspaceException {
        List<Recorded<PilotBegun>> begun = parts.log().all(PilotBegun.class, size);
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        Recorded<PilotBegun> pilot = begun.getLast();
        LocalDate begins = pilot.event().begins();
        long day = ChronoUnit.DAYS.between(begins, Pilots.day(state.times().validAt())) + 1;
        Map<String, Recorded<PilotMeasured>> entered = new HashMap<>();
        parts.log().all(PilotMeasured.class, size).stream()
                .filter(each -> each.entry() > pilot.entry())
                .forEach(each -> entered.put(each.event().measure(), each));
        Instant from = begins.atStartOfDay(ZoneOffset.UTC).toInstant();
        List<Line> lines = new ArrayList<>();
        for (PilotMeasure measure : PilotMeasure.values()) {
            Line line = measure.from() == PilotMeasure.From.LEDGER
                    ? computed(measure, from)
                    : entered(measure, Optional.ofNullable(entered.get(measure.code())), from);
            lines.add(line.standing() == Standing.OPEN && day > measure.lastDay() ? overdue(line) : line);
        }
        return Optional.of(
                new PilotState(begins, parts.names().text(pilot.event().purpose()), day, pilot.entry(), lines));
    }

    private static Line overdue(Line line) {
        return new Line(line.measure(), Standing.OVERDUE, line.figure(), line.said(), line.evidence(), line.entry());
    }

    private Line computed(PilotMeasure measure, Instant from) throws WorkspaceException {
        return switch (measure) {
            case OWN_HARDWARE -> collected(measure, from);
            case NO_OUTBOUND -> outbound(measure);
            case FIRST_REPLAY -> replayed(measure);
            case WORKLOAD, BUDGET, CYCLE_TIME, EXCEPTION_RATE, AUDITOR_REPLAY ->
                throw new IllegalArgumentException(measure + " is entered by a person");
        };
    }

    private Line collected(PilotMeasure measure, Instant from) {
        List<EvidenceId> pieces = new ArrayList<>();
        long runs = 0;
        for (Recorded<Event.CollectionCompleted> run : parts.log().all(Event.CollectionCompleted.class, size)) {
            if (!run.event().startedAt().isBefore(from)
                    && !run.event().evidence().isEmpty()) {
                runs++;
                pieces.addAll(run.event().evidence());
            }
        }
        List<EvidenceId> there = pieces.stream()
                .filter(piece -> parts.shelf().find(piece).isPresent())
                .toList();
        return line(
                measure,
                there.isEmpty() ? Standing.OPEN : Standing.REACHED,
                new Figure("collected", List.of(runs, (long) there.size())),
                there.stream().limit(1).toList());
    }

    /// By the checks of default routes and outbound filters; one that could not judge is no pass.
    private Line outbound(PilotMeasure measure) throws WorkspaceException {
        long satisfied = 0;
        long not = 0;
        long unsure = 0;
        List<EvidenceId> basis = new ArrayList<>();
        for (CheckResult check : state.posture().controls().stream()
                .flatMap(row -> row.checks().stream())
                .distinct()
                .toList()) {
            String id = check.check().value();
            if (id.startsWith("net.route.default") || id.startsWith("net.egress")) {
                switch (check.outcome()) {
                    case Outcome.Satisfied(var pieces) -> {
                        satisfied++;
                        basis.addAll(pieces);
                    }
                    case Outcome.NotSatisfied _ -> not++;
                    case Outcome.Indeterminate _ -> unsure++;
                    case Outcome.NotApplicable _ -> {}
                }
            }
        }
        Standing standing = not > 0 ? Standing.MISSED : satisfied > 0 ? Standing.REACHED : Standing.OPEN;
        return line(
                measure,
                standing,
                new Figure("checks", List.of(satisfied, not, unsure)),
                basis.stream().distinct().toList());
    }

    private Line replayed(PilotMeasure measure) throws WorkspaceException {
        Verification whole = FolderVerification.verify(parts.folder(), Optional.empty(), List.of());
        return switch (whole.verdict()) {
            case Verdict.Intact _ ->
                line(
                        measure,
                        Standing.REACHED,
                        new Figure("replayed", List.of(parts.log().size(), 0L)),
                        List.of());
            case Verdict.Broken(var defects) ->
                line(
                        measure,
                        Standing.MISSED,
                        new Figure("replayed", List.of(parts.log().size(), (long) defects.size())),
                        List.of());
            case Verdict.Incomplete _ ->
                line(
                        measure,
                        Standing.OPEN,
                        new Figure("replayed", List.of(parts.log().size(), 0L)),
                        List.of());
        };
    }

    private static Line line(PilotMeasure measure, Standing standing, Figure figure, List<EvidenceId> evidence) {
        return new Line(measure, standing, Optional.of(figure), Optional.empty(), evidence, Optional.empty());
    }

    /// Without evidence that is still there, nothing is reached.
    private Line entered(PilotMeasure measure, Optional<Recorded<PilotMeasured>> newest, Instant from)
            throws WorkspaceException {
        Optional<Figure> figure = beside(measure, from);
        if (newest.isEmpty()) {
            return new Line(measure, Standing.OPEN, figure, Optional.empty(), List.of(), Optional.empty());
        }
        Recorded<PilotMeasured> recorded = newest.get();
        List<EvidenceId> there = recorded.event().evidence().stream()
                .filter(piece -> parts.shelf().find(piece).isPresent())
                .toList();
        Standing standing = switch (recorded.event().result()) {
            case REACHED -> there.isEmpty() ? Standing.OPEN : Standing.REACHED;
            case MISSED -> Standing.MISSED;
        };
        return new Line(
                measure,
                standing,
                figure,
                parts.names().text(recorded.event().said()),
                there,
                Optional.of(recorded.entry()));
    }

    /// What the ledger itself tells about it.
    private Optional<Figure> beside(PilotMeasure measure, Instant from) {
        return switch (measure) {
            case CYCLE_TIME -> Optional.of(cycle(from));
            case EXCEPTION_RATE -> Optional.of(exceptions(from));
            case AUDITOR_REPLAY ->
                Optional.of(new Figure(
                        "packs",
                        List.of(parts.log().all(Event.PackIssued.class, size).stream()
                                .filter(pack -> !pack.recordedAt().isBefore(from))
                                .count())));
            case OWN_HARDWARE, NO_OUTBOUND, FIRST_REPLAY, WORKLOAD, BUDGET -> Optional.empty();
        };
    }

    private List<Recorded<AnswerReviewed>> reviews(Instant from) {
        return parts.log().all(AnswerReviewed.class, size).stream()
                .filter(review -> !review.recordedAt().isBefore(from))
                .toList();
    }

    /// From an answer to its acceptance: the median.
    private Figure cycle(Instant from) {
        List<Long> hours = reviews(from).stream()
                .filter(review -> review.event().decision() == Decision.ACCEPTED)
                .flatMap(review -> parts
                        .log()
                        .event(review.event().answer().entry())
                        .map(answer -> Duration.between(answer.recordedAt(), review.recordedAt())
                                .toHours())
                        .stream())
                .sorted()
                .toList();
        return new Figure(
                "cycle", List.of((long) hours.size(), hours.isEmpty() ? 0L : hours.get((hours.size() - 1) / 2)));
    }

    private Figure exceptions(Instant from) {
        List<Recorded<AnswerReviewed>> reviews = reviews(from);
        long back = reviews.stream()
                .filter(review -> review.event().decision() == Decision.CHANGES_REQUESTED)
                .count();
        return new Figure("exceptions", List.of(back, (long) reviews.size()));
    }
}
