package org.cairn.reports.oscal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.proof.Json;
import org.cairn.reports.oscal.Row.Verdict;
import org.cairn.reports.pack.AcceptedRisk;
import org.cairn.reports.pack.AcceptedRisk.Standing;
import org.cairn.reports.pack.Answer;

/// What is not met, and what is accepted for a time although it is not shown, as risks. An acceptance is a deviation
/// that was approved; the finding stays as it is.
record Risks(Scene scene, Observations observations) {
    boolean isRisk(Row row) {
        return row.verdict() == Verdict.FAILED
                || row.verdict() == Verdict.UNSETTLED
                        && scene.model().activeRiskOf(row.subject()).isPresent();
    }

    Json related(Row row) {
        return Json.object().with("risk-uuid", uuid(row)).build();
    }

    Json of(Row row) {
        Optional<AcceptedRisk> active = scene.model().activeRiskOf(row.subject());
        List<String> described = new ArrayList<>(List.of(row.said()));
        described.addAll(row.reasons());
        Json.Builder json = Json.object()
                .with("uuid", uuid(row))
                .with("title", Prose.line(row.heading()))
                .with("description", Prose.paragraphs(described))
                .with("statement", Prose.paragraphs(statement(row)))
                .with("status", active.isPresent() ? "deviation-approved" : "open")
                .with("origins", scene.byTheTool());
        props(row, active).to(json);
        due(row).ifPresent(due -> json.with("deadline", endOf(due)));
        Props.list(json, "remediations", remediations(row));
        List<Json> log = scene.model().risksOf(row.subject()).stream()
                .map(risk -> accepted(risk, row.subject().text()))
                .<Json>map(entry -> entry)
                .toList();
        if (!log.isEmpty()) {
            json.with("risk-log", Json.object().with("entries", log).build());
        }
        return Props.list(json, "related-observations", observations.related(row.evidence()))
                .build();
    }

    private static Props props(Row row, Optional<AcceptedRisk> active) {
        Props props = new Props()
                .with("list", row.list())
                .with("state", row.state())
                .with("owner", Findings.owner(row))
                .with("due", due(row))
                .with("ledger-entry", row.answer().map(Answer::entry));
        active.ifPresent(risk -> props.with("risk-accepted-until", risk.until().toString())
                .with("risk-accepted-by-entry", risk.entry())
                .with("risk-owner", risk.owner()));
        return props;
    }

    private String uuid(Row row) {
        return scene.model().lasting("risk " + row.subject().text());
    }

    private static String statement(Row row) {
        String what = row.verdict() == Verdict.FAILED
                ? "Evidence or a person says that it is not met, or met in part."
                : "Not shown to be met; the risk was accepted for a time.";
        return row.bearsOn().isEmpty() ? what : what + " Bears on: " + String.join(", ", row.bearsOn()) + ".";
    }

    static Optional<LocalDate> due(Row row) {
        return row.answer().flatMap(Answer::due);
    }

    private List<Json> remediations(Row row) {
        List<Json> remediations = new ArrayList<>();
        for (String remedy : row.remedies()) {
            remediations.add(new Props()
                    .nist("type", "mitigate")
                    .to(Json.object()
                            .with(
                                    "uuid",
                                    scene.model()
                                            .lasting("remedy " + row.subject().text() + '\n' + remedy))
                            .with("lifecycle", "recommendation")
                            .with("title", "What the check advises")
                            .with("description", Prose.paragraphs(remedy)))
                    .build());
        }
        due(row).ifPresent(due -> remediations.add(planned(row, due)));
        return remediations;
    }

    private Json planned(Row row, LocalDate due) {
        String subject = row.subject().text();
        Json milestone = onDay(scene.model().lasting("milestone " + subject), "milestone", "Due", due);
        String note = row.answer().map(Answer::note).orElse("");
        return new Props()
                .with("owner", Findings.owner(row))
                .to(Json.object()
                        .with("uuid", scene.model().lasting("plan " + subject))
                        .with("lifecycle", "planned")
                        .with("title", "Due " + due)
                        .with("description", Prose.paragraphs(note))
                        .with("tasks", List.of(milestone)))
                .build();
    }

    static Json onDay(String uuid, String type, String title, LocalDate day) {
        Json date = Json.object().with("date", endOf(day)).build();
        return Json.object()
                .with("uuid", uuid)
                .with("type", type)
                .with("title", title)
                .with("timing", Json.object().with("on-date", date).build())
                .build();
    }

    /// The last second of the day, in UTC.
    private static String endOf(LocalDate day) {
        return day + "T23:59:59Z";
    }

    /// @param of what it covers: one acceptance can cover several
    Json accepted(AcceptedRisk risk, String of) {
        Json.Builder json = Json.object()
                .with("uuid", scene.model().lasting("acceptance " + risk.id() + " of " + of))
                .with("title", "Risk accepted until " + risk.until())
                .with("description", Prose.paragraphs(risk.reason()))
                .with("start", risk.at().toString())
                .with("end", endOf(risk.until()))
                .with("status-change", risk.standing() == Standing.ACTIVE ? "deviation-approved" : "open");
        return new Props()
                .nist("type", "dr-approved")
                .with("ledger-entry", risk.entry())
                .with("standing", risk.standing())
                .with("ended-by-entry", risk.ended())
                .with("risk-owner", risk.owner())
                .with("approved-by", String.join(", ", risk.approvers()))
                .to(json)
                .build();
    }
}
