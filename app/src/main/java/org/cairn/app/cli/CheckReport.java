package org.cairn.app.cli;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cairn.app.workspace.CollectionSummary;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.checklist.check.CheckId;
import org.cairn.checklist.check.CheckResult;
import org.cairn.checklist.posture.Posture;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;

/// What the checks make of what was just collected.
record CheckReport(List<Line> lines, CollectionSummary summary) {
    record Line(CheckDefinition check, CheckResult result) {}

    CheckReport {
        lines = List.copyOf(lines);
    }

    /// A check that no control of the posture shows did not judge anything and is left out.
    static CheckReport of(Posture posture, List<CheckDefinition> asked, CollectionSummary summary) {
        Map<CheckId, CheckResult> results = new LinkedHashMap<>();
        posture.controls().forEach(row -> row.checks().forEach(result -> results.put(result.check(), result)));
        return new CheckReport(
                asked.stream()
                        .filter(check -> results.containsKey(check.id()))
                        .map(check -> new Line(check, java.util.Objects.requireNonNull(results.get(check.id()))))
                        .toList(),
                summary);
    }

    void printTable(PrintStream out) {
        Table table = new Table("check", "controls", "outcome", "why");
        for (Line line : lines) {
            table.row(
                    line.check().id().value(),
                    String.join(" ", controls(line)),
                    OutcomeTexts.mark(line.result().outcome()),
                    why(line));
        }
        table.printTo(out);
        out.println();
        out.println(summary.evidence().size() + " pieces of evidence recorded up to entry " + summary.entry()
                + (summary.failed().isEmpty() ? "" : ", " + summary.failed().size() + " collectors gave nothing")
                + (summary.cancelled() ? "; cancelled" : ""));
    }

    void printCsv(PrintStream out) {
        Csv csv = new Csv(out);
        csv.row("check", "controls", "outcome", "reasons");
        for (Line line : lines) {
            csv.row(
                    line.check().id().value(),
                    String.join(" ", controls(line)),
                    OutcomeTexts.code(line.result().outcome()),
                    String.join("; ", OutcomeTexts.reasons(line.result().outcome())));
        }
    }

    Json json() {
        return Json.object()
                .with(
                        "checks",
                        new JsonArray(lines.stream().map(CheckReport::json).toList()))
                .with(
                        "evidence",
                        new JsonArray(summary.evidence().stream()
                                .map(CheckReport::json)
                                .toList()))
                .with(
                        "failed",
                        new JsonArray(summary.failed().stream()
                                .<Json>map(failed -> Json.object()
                                        .with("collector", failed.collector().value())
                                        .with("why", JsonOutput.text(failed.why()))
                                        .build())
                                .toList()))
                .with("cancelled", new JsonFlag(summary.cancelled()))
                .with("entry", summary.entry())
                .build();
    }

    private static Json json(Line line) {
        return Json.object()
                .with("check", line.check().id().value())
                .with("title", line.check().title())
                .with("controls", JsonOutput.texts(controls(line)))
                .with("outcome", OutcomeTexts.code(line.result().outcome()))
                .with(
                        "reasons",
                        JsonOutput.texts(OutcomeTexts.reasons(line.result().outcome())))
                .with("gap", JsonOutput.text(OutcomeTexts.gap(line.result().outcome())))
                .with(
                        "evidence",
                        JsonOutput.ids(OutcomeTexts.evidence(line.result().outcome())))
                .build();
    }

    private static Json json(RecordedEvidence recorded) {
        return Json.object()
                .with("evidence", recorded.id().hex())
                .with("collector", recorded.evidence().collector().value())
                .with("entry", recorded.entry())
                .with("observedAt", recorded.evidence().observedAt().toString())
                .with("sources", recorded.evidence().sources().size())
                .with("refusals", recorded.evidence().refusals().size())
                .build();
    }

    private static List<String> controls(Line line) {
        return line.check().feeds().stream().map(feed -> feed.control().value()).toList();
    }

    /// The first reason, and how many more there are.
    private static String why(Line line) {
        List<String> reasons = OutcomeTexts.reasons(line.result().outcome());
        if (reasons.isEmpty()) {
            return "";
        }
        return reasons.getFirst() + (reasons.size() == 1 ? "" : " (and " + (reasons.size() - 1) + " more)");
    }
}
