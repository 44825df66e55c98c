package org.cairn.reports.oscal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.frameworks.oscal.OscalNames;
import org.cairn.proof.Json;
import org.cairn.reports.pack.AcceptedRisk;
import org.cairn.reports.pack.Answer;

/// Where each row stands, as a finding.
record Findings(Scene scene, Observations observations, Risks risks) {
    Json of(Row row) {
        Json.Builder json = Json.object()
                .with("uuid", uuid(row))
                .with("title", Prose.line(row.heading()))
                .with("description", Prose.paragraphs(said(row)))
                .with("origins", scene.byTheTool())
                .with("target", target(row));
        props(row).to(json);
        Props.list(json, "related-observations", observations.related(row.evidence()));
        if (risks.isRisk(row)) {
            json.with("related-risks", List.of(risks.related(row)));
        }
        return json.build();
    }

    Json related(Row row) {
        return Json.object().with("finding-uuid", uuid(row)).build();
    }

    private String uuid(Row row) {
        return scene.model().inThisState("finding " + row.subject().text());
    }

    private static List<String> said(Row row) {
        List<String> said = new ArrayList<>(List.of(row.said()));
        said.addAll(row.reasons());
        row.answer().ifPresent(answer -> said.add("Answered " + Props.code(answer.status()) + ": " + answer.note()));
        return said;
    }

    /// What OSCAL has no word for, and which entry says so.
    private Props props(Row row) {
        Props props = new Props()
                .with("list", row.list())
                .with(OscalNames.NUMBER, row.number())
                .with("state", row.state());
        row.answer().ifPresent(answer -> answer(props, answer));
        for (AcceptedRisk risk : scene.model().risksOf(row.subject())) {
            props.with("risk-acceptance-entry", risk.entry());
        }
        return props;
    }

    private static void answer(Props props, Answer answer) {
        props.with("answer", answer.status())
                .with("ledger-entry", answer.entry())
                .with("answered-by", answer.author())
                .with("answered-at", answer.recordedAt().toString())
                .with("work-state", answer.workState())
                .with("owner", answer.owner())
                .with("due", answer.due())
                .with("applies-from", answer.appliesFrom())
                .with("maturity-documented", answer.maturity().map(maturity -> maturity.documentation()))
                .with("maturity-implemented", answer.maturity().map(maturity -> maturity.implementation()));
    }

    private static Json target(Row row) {
        return Json.object()
                .with("type", "objective-id")
                .with("target-id", row.target())
                .with("title", Prose.line(row.heading()))
                .with(
                        "status",
                        Json.object()
                                .with("state", row.verdict().state())
                                .with("reason", row.verdict().reason())
                                .with("remarks", Prose.paragraphs(remarks(row)))
                                .build())
                .build();
    }

    /// Why a row is not satisfied although nothing failed, so that nobody reads `other` as a pass.
    private static String remarks(Row row) {
        return switch (row.verdict()) {
            case SATISFIED, FAILED -> row.said();
            case UNSETTLED -> row.said() + " Not shown to be satisfied, and not shown to have failed.";
            case NOT_ASKED -> row.said() + " Not asked here, or not yet; not shown to be satisfied.";
        };
    }

    static Optional<String> owner(Row row) {
        return row.answer().map(Answer::owner).filter(owner -> !owner.isBlank());
    }
}
