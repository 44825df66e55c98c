package org.cairn.reports.oscal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.posture.Contradiction;
import org.cairn.checklist.posture.RequirementState;
import org.cairn.frameworks.oscal.OscalNames;
import org.cairn.reports.oscal.Row.Verdict;
import org.cairn.reports.pack.Answer;
import org.cairn.reports.pack.ControlPage;
import org.cairn.reports.pack.OutcomeKind;
import org.cairn.reports.pack.RequirementRow;

/// The rows that are judged: requirements of the framework in reading order, then controls of the checklist.
record Rows(OscalModel model) {
    List<Row> all() {
        return Stream.concat(requirements().stream(), controls().stream()).toList();
    }

    List<Row> requirements() {
        return model.pack().requirements().stream()
                .flatMap(row -> row.state().map(state -> requirement(row, state)).stream())
                .toList();
    }

    List<Row> controls() {
        return model.pack().controls().stream().map(this::control).toList();
    }

    static String target(RequirementId id) {
        return OscalNames.token(id.number());
    }

    /// Apart from the numbers of any framework.
    static String target(ControlId id) {
        return "checklist." + OscalNames.token(id.value());
    }

    private Row requirement(RequirementRow row, RequirementState state) {
        List<String> reasons = new ArrayList<>(contradiction(row.id()));
        row.gaps().forEach(gap -> reasons.add(model.wording().gap(gap)));
        reasons.add(row.scope());
        return new Row(
                row.id(),
                target(row.id()),
                row.id().framework().value(),
                row.id().number(),
                row.title(),
                verdict(state),
                Props.code(state),
                model.words().word(state) + ": " + model.words().meaning(state),
                reasons,
                List.of(),
                row.ownAnswer(),
                row.evidence(),
                List.of());
    }

    private static Verdict verdict(RequirementState state) {
        return switch (state) {
            case DEMONSTRATED -> Verdict.SATISFIED;
            case NOT_MET, CONTRADICTED -> Verdict.FAILED;
            case CLAIMED, SUPPORTED, STALE, INDETERMINATE, NOT_ASSESSED, UNSCOPED -> Verdict.UNSETTLED;
            case NOT_APPLICABLE, NOT_YET_APPLICABLE, OUT_OF_SCOPE -> Verdict.NOT_ASKED;
        };
    }

    private Row control(ControlPage page) {
        OutcomeKind kind = OutcomeKind.of(page.outcome());
        List<String> reasons = new ArrayList<>(contradiction(page.id()));
        reasons.addAll(model.wording().reasons(page.outcome()));
        page.checks()
                .forEach(check -> reasons.add("Check " + check.id() + " (" + check.title() + "): "
                        + model.words().word(OutcomeKind.of(check.outcome()))));
        return new Row(
                page.id(),
                target(page.id()),
                Row.CHECKLIST,
                page.id().value(),
                page.control().title(),
                verdict(page),
                Props.code(kind),
                model.words().word(kind) + ": " + model.words().meaning(kind),
                reasons,
                page.supports().stream().map(RequirementId::text).toList(),
                page.answer(),
                page.evidence(),
                page.checks().stream()
                        .filter(check -> check.outcome() instanceof Outcome.NotSatisfied)
                        .map(model::remedy)
                        .filter(remedy -> !remedy.isBlank())
                        .distinct()
                        .toList());
    }

    /// What a person says against it weighs more than what a check says for it.
    private Verdict verdict(ControlPage page) {
        Optional<AnswerStatus> said = page.answer().map(Answer::status);
        if (model.pack().contradiction(page.id()).isPresent()
                || said.filter(Rows::denies).isPresent()) {
            return Verdict.FAILED;
        }
        boolean putAside = said.filter(
                        status -> status == AnswerStatus.NOT_APPLICABLE || status == AnswerStatus.NOT_YET_APPLICABLE)
                .isPresent();
        return switch (page.outcome()) {
            case Outcome.NotSatisfied _ -> Verdict.FAILED;
            case Outcome.NotApplicable _ -> Verdict.NOT_ASKED;
            case Outcome.Satisfied _ -> putAside ? Verdict.NOT_ASKED : Verdict.SATISFIED;
            case Outcome.Indeterminate _ -> putAside ? Verdict.NOT_ASKED : Verdict.UNSETTLED;
        };
    }

    private static boolean denies(AnswerStatus status) {
        return status == AnswerStatus.NOT_MET || status == AnswerStatus.PARTLY_MET;
    }

    private List<String> contradiction(Subject subject) {
        return model.pack().contradiction(subject).map(Contradiction::text).stream()
                .toList();
    }
}
