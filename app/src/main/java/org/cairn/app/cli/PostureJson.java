package org.cairn.app.cli;

import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.DeadlineLine;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.check.CheckResult;
import org.cairn.checklist.event.EntryPlace;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.posture.AnswerForce;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.checklist.posture.Posture;
import org.cairn.checklist.posture.RequirementPosture;
import org.cairn.checklist.posture.RiskCover;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;

/// A posture for a program; the shape stands in `docs/commands.md`.
final class PostureJson {
    private PostureJson() {}

    static Json of(Posture posture, Optional<FrameworkId> chosen, List<DeadlineLine> overdue) {
        return Json.object()
                .with("validAt", posture.validAt().toString())
                .with("knownAt", posture.knownAt().toString())
                .with("conflicts", conflicts(posture))
                .with("contradictions", contradictions(posture))
                .with(
                        "overdueDeadlines",
                        array(overdue.stream().map(DeadlineJson::overdue).toList()))
                .with(
                        "notCarried",
                        JsonOutput.texts(posture.notCarried().stream()
                                .map(FrameworkId::value)
                                .toList()))
                .with(
                        "controls",
                        array(posture.controls().stream()
                                .map(PostureJson::control)
                                .toList()))
                .with(
                        "frameworks",
                        array(posture.frameworks().values().stream()
                                .filter(framework -> chosen.isEmpty()
                                        || chosen.get()
                                                .equals(framework.framework().id()))
                                .map(framework -> framework(framework, chosen.isPresent()))
                                .toList()))
                .build();
    }

    private static JsonArray contradictions(Posture posture) {
        return array(posture.contradictions().stream()
                .<Json>map(contradiction -> Json.object()
                        .with("subject", contradiction.subject().text())
                        .with("text", JsonOutput.text(contradiction.text()))
                        .build())
                .toList());
    }

    private static Json control(ControlPosture row) {
        return Json.object()
                .with("control", row.control().id().value())
                .with("category", row.control().category())
                .with("title", row.control().title())
                .with("answer", JsonOutput.text(row.status().map(OutcomeTexts::word)))
                .with(
                        "answerEntry",
                        row.answer()
                                .<Json>map(answer -> Json.number(answer.entry()))
                                .orElse(new Json.JsonNull()))
                .with("answerCounts", OutcomeTexts.code(row.counts()))
                .with("outcome", OutcomeTexts.code(row.outcome()))
                .with("reasons", JsonOutput.texts(OutcomeTexts.reasons(row.outcome())))
                .with("gap", JsonOutput.text(OutcomeTexts.gap(row.outcome())))
                .with("standing", OutcomeTexts.code(row.standing()))
                .with("contradiction", new JsonFlag(row.contradiction()))
                .with("workState", OutcomeTexts.code(row.workState()))
                .with("cover", cover(row.cover()))
                .with("evidence", JsonOutput.ids(row.linked()))
                .with("competing", competing(row.competing()))
                .with(
                        "checks",
                        array(row.checks().stream().map(PostureJson::check).toList()))
                .build();
    }

    private static Json cover(Optional<RiskCover> cover) {
        return cover.<Json>map(risk -> Json.object()
                        .with("risk", risk.risk().hex())
                        .with("until", risk.until().toString())
                        .with("entry", risk.entry())
                        .build())
                .orElse(new Json.JsonNull());
    }

    static Json check(CheckResult result) {
        return Json.object()
                .with("check", result.check().value())
                .with("outcome", OutcomeTexts.code(result.outcome()))
                .with("reasons", JsonOutput.texts(OutcomeTexts.reasons(result.outcome())))
                .with("gap", JsonOutput.text(OutcomeTexts.gap(result.outcome())))
                .with("evidence", JsonOutput.ids(OutcomeTexts.evidence(result.outcome())))
                .build();
    }

    private static Json framework(FrameworkPosture framework, boolean rows) {
        Json.Builder counts = Json.object();
        framework.counts().forEach((state, count) -> counts.with(OutcomeTexts.code(state), count));
        Json.Builder json = Json.object()
                .with("framework", framework.framework().id().value())
                .with("title", framework.framework().title())
                .with("version", framework.framework().version())
                .with("readOn", framework.framework().readOn().toString())
                .with("sameEdition", new JsonFlag(framework.sameEdition()))
                .with("assessable", framework.requirements().size())
                .with("assessed", framework.assessed())
                .with("counts", counts.build());
        if (rows) {
            json.with(
                    "requirements",
                    array(framework.requirements().stream()
                            .map(PostureJson::requirement)
                            .toList()));
        }
        return json.build();
    }

    private static Json requirement(RequirementPosture row) {
        return Json.object()
                .with("requirement", row.requirement().id().number())
                .with("title", row.requirement().title())
                .with("citation", row.requirement().citation())
                .with("state", OutcomeTexts.code(row.state()))
                .with(
                        "answer",
                        JsonOutput.text(row.answer()
                                .map(answer -> OutcomeTexts.word(answer.event().status()))))
                .with("answerCounts", OutcomeTexts.code(row.counts()))
                .with("scope", ScopeJson.of(row.scope().overall()))
                .with("uncovered", new JsonFlag(row.uncovered()))
                .with("workState", OutcomeTexts.code(row.workState()))
                .with("cover", cover(row.cover()))
                .with(
                        "controls",
                        array(row.mappings().stream()
                                .<Json>map(mapping -> Json.object()
                                        .with("control", mapping.control().value())
                                        .with("relation", OutcomeTexts.code(mapping.relation()))
                                        .build())
                                .toList()))
                .with("evidence", JsonOutput.ids(row.linked()))
                .with("competing", competing(row.competing()))
                .build();
    }

    /// Answers in conflict; `origin` is null for this workspace's own.
    private static JsonArray competing(List<Recorded<ControlAnswered>> answers) {
        return array(answers.stream()
                .<Json>map(answer -> Json.object()
                        .with("entry", answer.entry())
                        .with("answer", OutcomeTexts.word(answer.event().status()))
                        .with("origin", JsonOutput.text(answer.importedFrom().map(EntryPlace::origin)))
                        .build())
                .toList());
    }

    private static long conflicts(Posture posture) {
        return posture.controls().stream()
                        .filter(row -> row.counts() == AnswerForce.CONFLICT)
                        .count()
                + posture.frameworks().values().stream()
                        .flatMap(framework -> framework.requirements().stream())
                        .filter(row -> row.counts() == AnswerForce.CONFLICT)
                        .count();
    }

    private static JsonArray array(List<? extends Json> elements) {
        return new JsonArray(List.copyOf(elements));
    }
}
