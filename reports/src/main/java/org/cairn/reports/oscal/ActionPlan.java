package org.cairn.reports.oscal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.proof.Json;
import org.cairn.reports.oscal.Row.Verdict;
import org.cairn.reports.pack.AcceptedRisk;
import org.cairn.reports.pack.Answer;

/// The plan of action and milestones: an item for each risk of a row, one for all that was not
/// settled, and one for each open risk of the register.
record ActionPlan(Scene scene, Rows rows, Observations observations, Risks risks, Findings findings) {
    /// Empty where there is nothing to do: OSCAL has no plan without an item.
    Optional<Json> json() {
        List<Row> named = rows.all().stream().filter(risks::isRisk).toList();
        List<Row> open = rows.all().stream()
                .filter(row -> row.verdict() == Verdict.UNSETTLED && !risks.isRisk(row))
                .toList();
        List<Row> shown = new ArrayList<>(named);
        shown.addAll(open);
        RegisterRisks register = new RegisterRisks(scene, observations, risks, findings);
        List<Json> items = new ArrayList<>(named.stream().map(this::item).toList());
        if (!open.isEmpty()) {
            items.add(unsettled(open));
        }
        items.addAll(register.items(shown));
        if (items.isEmpty()) {
            return Optional.empty();
        }
        List<Json> all = new ArrayList<>(named.stream().map(risks::of).toList());
        all.addAll(register.all());
        Json.Builder plan = Json.object()
                .with("uuid", scene.model().document("poam"))
                .with("metadata", scene.metadata("Plan of action and milestones"))
                .with(
                        "system-id",
                        Json.object()
                                .with("identifier-type", "http://datatracker.ietf.org/doc/html/rfc4122")
                                .with("id", scene.model().lasting("system"))
                                .build())
                .with("local-definitions", definitions())
                .with("poam-items", items);
        Props.list(plan, "observations", observations.all());
        Props.list(plan, "findings", shown.stream().map(findings::of).toList());
        Props.list(plan, "risks", all);
        return Optional.of(Json.object()
                .with("plan-of-action-and-milestones", plan.build())
                .build());
    }

    private Json definitions() {
        Json.Builder definitions = Json.object().with("assessment-assets", scene.assets());
        return Props.list(definitions, "inventory-items", scene.hosts()).build();
    }

    private Json item(Row row) {
        Json.Builder json = Json.object()
                .with("uuid", scene.model().lasting("item " + row.subject().text()))
                .with("title", Prose.line(row.heading()))
                .with("description", Prose.paragraphs(row.said(), String.join("\n\n", row.reasons())))
                .with("origins", scene.byTheTool())
                .with("related-findings", List.of(findings.related(row)))
                .with("related-risks", List.of(risks.related(row)));
        Props props = new Props()
                .with("state", row.state())
                .with("owner", Findings.owner(row))
                .with("due", Risks.due(row))
                .with("ledger-entry", row.answer().map(Answer::entry));
        for (AcceptedRisk risk : scene.model().risksOf(row.subject())) {
            props.with("risk-acceptance", risk.standing()).with("risk-acceptance-entry", risk.entry());
        }
        props.to(json);
        return Props.list(json, "related-observations", observations.related(row.evidence()))
                .build();
    }

    private Json unsettled(List<Row> open) {
        return new Props()
                .with("rows", open.size())
                .to(Json.object()
                        .with("uuid", scene.model().lasting("item unsettled"))
                        .with("title", "Settle what nobody could tell, or nobody asked yet")
                        .with(
                                "description",
                                open.size()
                                        + " requirements and controls are neither shown to be satisfied nor shown to"
                                        + " have failed. Whether they hold is not known. Each has a finding that says why.")
                        .with("origins", scene.byTheTool())
                        .with(
                                "related-findings",
                                open.stream().map(findings::related).toList()))
                .build();
    }
}
