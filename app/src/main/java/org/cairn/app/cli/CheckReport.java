package org.cairn.app.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.CollectionSummary;
import org.cairn.app.workspace.CollectionSummary.FailedCollector;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.checklist.check.CheckEvaluation;
import org.cairn.checklist.check.CheckResult;
import org.cairn.checklist.posture.Fleet;
import org.cairn.evidence.CollectorId;
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

    /// Of the host that was read, alone; of what was not read this time by what it showed last.
    static CheckReport of(Fleet fleet, List<CheckDefinition> asked, CollectionSummary summary) {
        return new CheckReport(
                asked.stream()
                        .map(check -> new Line(check, outcome(fleet, check, summary)))
                        .toList(),
                summary);
    }

    private static CheckResult outcome(Fleet fleet, CheckDefinition check, CollectionSummary summary) {
        Outcome outcome = fleet.row(check)
                .flatMap(row -> row.of(summary.changes().host()))
                .map(Fleet.Cell::outcome)
                .orElseGet(() -> CheckEvaluation.evaluate(check, Optional.empty(), fleet.validAt()));
        return new CheckResult(check.id(), outcome);
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
        out.println((summary.entry().isEmpty()
                        ? "nothing was due"
                        : summary.evidence().size() + " pieces of evidence recorded up to entry "
                                + summary.entry().get())
                + (summary.recent().isEmpty() ? "" : ", " + summary.recent().size() + " collectors were left out")
                + (summary.failed().isEmpty() ? "" : ", " + summary.failed().size() + " collectors gave nothing")
                + (summary.cancelled() ? "; cancelled" : ""));
        new ChangeListing(summary.changes()).printTo(out);
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
                        new JsonArray(
                                summary.failed().stream().map(CheckReport::json).toList()))
                .with("cancelled", new JsonFlag(summary.cancelled()))
                .with(
                        "recent",
                        JsonOutput.texts(summary.recent().stream()
                                .map(CollectorId::value)
                                .toList()))
                .with("entry", summary.entry().<Json>map(Json::number).orElse(new Json.JsonNull()))
                .with("changes", new ChangeListing(summary.changes()).json())
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

    static Json json(FailedCollector failed) {
        return Json.object()
                .with("collector", failed.collector().value())
                .with("why", JsonOutput.text(failed.why()))
                .build();
    }

    static Json json(RecordedEvidence recorded) {
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
