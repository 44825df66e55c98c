package org.cairn.checklist.posture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ApplicationDate;
import org.cairn.checklist.Catalogue;
import org.cairn.checklist.Control;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Mapping;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.WorkState;
import org.cairn.checklist.check.CheckCatalogue;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.Event.FrameworkAdopted;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.scope.Applicability.Applies;
import org.cairn.checklist.scope.Applicability.OutOfScope;
import org.cairn.checklist.scope.RequirementScope;
import org.cairn.checklist.scope.ScopeState;
import org.cairn.checklist.scope.Scoping;

/// Rolls recorded facts up to a posture. Pure: the same catalogue, checks and history give the same posture for the
/// same two instants, on any machine.
public final class PostureCalculation {
    private final Catalogue catalogue;
    private final Known known;
    private final CheckReadings checks;
    private final Instant validAt;
    private final Instant knownAt;
    private final LocalDate validOn;
    private final LocalDate knownOn;
    private final Map<ControlId, ControlPosture> controls = new HashMap<>();
    private final ScopeState scope;
    private final Scoping scoping;

    private PostureCalculation(
            Catalogue catalogue, CheckCatalogue checks, History history, Instant validAt, Instant knownAt) {
        this.catalogue = catalogue;
        this.known = Known.of(history, validAt);
        this.checks = new CheckReadings(
                checks, NewestEvidence.of(known, history), DeviationCovers.of(history, validAt), validAt);
        this.validAt = validAt;
        this.knownAt = knownAt;
        this.validOn = day(validAt);
        this.knownOn = day(knownAt);
        this.scope = ScopeState.of(catalogue.scope(), known.scope(), this::countingAnswer);
        this.scoping = new Scoping(catalogue, scope);
    }

    /// What was so at `validAt`, as it was known at `knownAt`. Days of the law begin in UTC.
    public static Posture postureAt(
            Catalogue catalogue, CheckCatalogue checks, History history, Instant validAt, Instant knownAt) {
        return posture(catalogue, checks, history.knownAt(knownAt), validAt, knownAt);
    }

    /// The same from a history that holds nothing but what was known at `knownAt`. Of that, what cannot bear on
    /// `validAt` may be left out.
    public static Posture posture(
            Catalogue catalogue, CheckCatalogue checks, History known, Instant validAt, Instant knownAt) {
        return new PostureCalculation(catalogue, checks, known, validAt, knownAt).posture();
    }

    private Posture posture() {
        List<ControlPosture> rows = new ArrayList<>();
        for (Control control : catalogue.controls()) {
            ControlPosture row = control(control);
            rows.add(row);
            controls.put(control.id(), row);
        }
        SortedMap<FrameworkId, FrameworkPosture> frameworks = new TreeMap<>();
        List<FrameworkId> notCarried = new ArrayList<>();
        for (Recorded<FrameworkAdopted> adoption : known.adoptions()) {
            FrameworkId id = adoption.event().framework();
            catalogue
                    .framework(id)
                    .ifPresentOrElse(
                            framework -> frameworks.put(id, framework(framework, adoption)), () -> notCarried.add(id));
        }
        return new Posture(
                validAt, knownAt, rows, frameworks, notCarried, scope, Contradictions.among(rows, frameworks.values()));
    }

    private ControlPosture control(Control control) {
        List<CheckReading> readings = checks.of(control.id());
        Outcome outcome = CombinedOutcome.ofControl(control.id(), readings);
        boolean evidenceSeen = readings.stream().anyMatch(CheckReading::evidenceSeen);
        List<Recorded<ControlAnswered>> answers = known.answers(control.id());
        Optional<Recorded<ControlAnswered>> answer = single(answers);
        AnswerForce force = force(control.id(), answers);
        return new ControlPosture(
                control,
                answer,
                force,
                outcome,
                readings.stream().map(CheckReading::result).distinct().toList(),
                Judgement.standing(counting(answer, force), Signal.of(outcome, evidenceSeen)),
                known.linked(control.id(), answers),
                workState(answer),
                known.cover(control.id()),
                competing(answers));
    }

    /// Its rows rest on what was read before and not on each other, so several threads judge them, in their order.
    private FrameworkPosture framework(Framework framework, Recorded<FrameworkAdopted> adoption) {
        return new FrameworkPosture(
                framework,
                adoption,
                framework.requirements().parallelStream()
                        .filter(Requirement::assessable)
                        .filter(each -> catalogue.stands(each.id(), validOn, knownOn))
                        .map(this::requirement)
                        .toList());
    }

    private RequirementPosture requirement(Requirement requirement) {
        List<Mapping> mappings = catalogue.mappingsOf(requirement.id());
        List<Recorded<ControlAnswered>> answers = known.answers(requirement.id());
        Optional<Recorded<ControlAnswered>> answer = single(answers);
        AnswerForce force = force(requirement.id(), answers);
        Optional<ApplicationDate> appliesFrom = catalogue.applicationDate(requirement.id(), knownOn);
        boolean lawAppliesIt =
                appliesFrom.map(date -> !date.appliesFrom().isAfter(validOn)).orElse(true);
        RequirementScope applies = scoping.of(requirement);
        Optional<AnswerStatus> own = counting(answer, force);
        RequirementState judged = Judgement.state(
                own.or(() -> decided(requirement, applies)), Judgement.deciding(contributions(mappings)), lawAppliesIt);
        return new RequirementPosture(
                requirement,
                requirement.kind().equals(Requirement.SCOPE_QUESTION) && !(applies.overall() instanceof OutOfScope)
                        ? judged
                        : Judgement.scoped(judged, applies.overall(), own.isPresent()),
                mappings,
                answer,
                force,
                appliesFrom,
                known.linked(requirement.id(), answers),
                workState(answer),
                known.cover(requirement.id()),
                applies,
                competing(answers));
    }

    /// A fact of the scope that is yes answers the scope question that asks the same.
    private static Optional<AnswerStatus> decided(Requirement requirement, RequirementScope scope) {
        return requirement.kind().equals(Requirement.SCOPE_QUESTION)
                        && scope.overall() instanceof Applies(var _, var because)
                        && !because.isEmpty()
                ? Optional.of(AnswerStatus.MET)
                : Optional.empty();
    }

    private Optional<Recorded<ControlAnswered>> countingAnswer(RequirementId id) {
        List<Recorded<ControlAnswered>> answers = known.answers(id);
        return force(id, answers) == AnswerForce.COUNTS ? single(answers) : Optional.empty();
    }

    private List<Contribution> contributions(List<Mapping> mappings) {
        List<Contribution> contributions = new ArrayList<>();
        for (Mapping mapping : mappings) {
            ControlPosture control = controls.get(mapping.control());
            if (control != null) {
                contributions.add(Contribution.of(control.standing(), mapping.relation()));
            }
        }
        return contributions;
    }

    private AnswerForce force(Subject subject, List<Recorded<ControlAnswered>> answers) {
        if (answers.isEmpty()) {
            return AnswerForce.NO_ANSWER;
        }
        if (answers.size() > 1) {
            return AnswerForce.CONFLICT;
        }
        ControlAnswered event = answers.getFirst().event();
        if (!catalogue.textDigest(subject).equals(Optional.of(event.textDigest()))) {
            return AnswerForce.TEXT_CHANGED;
        }
        boolean dayHasCome = event.status() == AnswerStatus.NOT_YET_APPLICABLE
                && event.appliesFrom().map(from -> !from.isAfter(validOn)).orElse(false);
        return dayHasCome ? AnswerForce.DAY_HAS_COME : AnswerForce.COUNTS;
    }

    private WorkState workState(Optional<Recorded<ControlAnswered>> answer) {
        return answer.map(known::workState).orElse(WorkState.DRAFT);
    }

    private static Optional<Recorded<ControlAnswered>> single(List<Recorded<ControlAnswered>> answers) {
        return answers.size() == 1 ? Optional.of(answers.getFirst()) : Optional.empty();
    }

    private static List<Recorded<ControlAnswered>> competing(List<Recorded<ControlAnswered>> answers) {
        return answers.size() > 1 ? answers : List.of();
    }

    private static Optional<AnswerStatus> counting(Optional<Recorded<ControlAnswered>> answer, AnswerForce force) {
        return force == AnswerForce.COUNTS ? answer.map(each -> each.event().status()) : Optional.empty();
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
