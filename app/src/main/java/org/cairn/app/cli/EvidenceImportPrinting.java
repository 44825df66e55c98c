package org.cairn.app.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.app.workspace.ReportMapping.OnControl;
import org.cairn.app.workspace.ReportMapping.Unmapped;
import org.cairn.app.workspace.ReportPlan;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;

/// What was made of one report.
/// @param recorded empty for a preview
record EvidenceImportPrinting(ReportPlan plan, Optional<RecordedEvidence> recorded) {
    private static final int LISTED = 20;

    void print(PrintStream out) {
        Evidence evidence = plan.evidence();
        line(
                out,
                plan.file() + ": " + plan.report().format().title() + " of "
                        + plan.report().tool()
                        + plan.report()
                                .toolVersion()
                                .map(version -> " " + version)
                                .orElse("") + " about " + evidence.host());
        line(
                out,
                "  " + evidence.fact("scanned-at").map(at -> "made " + at).orElse("time not stated") + ", scope: "
                        + evidence.fact(Evidence.SCOPE).orElse("") + ", sha256 "
                        + plan.sha256().hex());
        plan.report().counts().forEach((outcome, many) -> line(out, "  " + outcome + " " + many));
        if (!plan.mapping().controls().isEmpty()) {
            Table table = new Table("  control", "passed", "failed", "untold", "not meant");
            for (OnControl on : plan.mapping().controls()) {
                table.row(
                        "  " + on.control(),
                        Long.toString(on.passed()),
                        Long.toString(on.failed()),
                        Long.toString(on.untold()),
                        Long.toString(on.notMeant()));
            }
            table.printTo(out);
        }
        unmapped(out);
        plan.notices().forEach(notice -> line(out, "  ! " + notice));
        line(out, "  " + done());
    }

    /// What applies first: a finding that bears on nothing is what somebody should look at.
    private void unmapped(PrintStream out) {
        line(out, "  bears on no control: " + plan.mapping().unmappedCount());
        List<Unmapped> rules = plan.mapping().unmapped();
        rules.stream()
                .limit(LISTED)
                .forEach(each -> line(out, "    " + each.outcome() + " " + each.rule() + " (" + each.count() + ")"));
        if (rules.size() > LISTED) {
            line(out, "    and " + (rules.size() - LISTED) + " more; --format json lists all");
        }
    }

    private String done() {
        if (plan.earlier().isPresent()) {
            return "nothing recorded: these very bytes are entry "
                    + plan.earlier().get().entry();
        }
        return recorded.map(each -> "recorded as entry " + each.entry() + ", evidence "
                        + each.id().shortForm())
                .orElse("preview: nothing was recorded");
    }

    private static void line(PrintStream out, String text) {
        out.println(Table.printable(text));
    }

    Json json() {
        Evidence evidence = plan.evidence();
        Optional<RecordedEvidence> here = recorded.or(plan::earlier);
        return Json.object()
                .with("file", JsonOutput.text(plan.file().toString()))
                .with("inputFormat", plan.report().format().id())
                .with("collector", evidence.collector().value())
                .with("tool", JsonOutput.text(plan.report().tool()))
                .with("toolVersion", JsonOutput.text(plan.report().toolVersion()))
                .with("target", JsonOutput.text(evidence.host()))
                .with("targetSaidBy", JsonOutput.text(evidence.fact("target-said-by")))
                .with("scope", JsonOutput.text(evidence.fact(Evidence.SCOPE)))
                .with("scannedAt", JsonOutput.text(evidence.fact("scanned-at")))
                .with("databaseAt", JsonOutput.text(evidence.fact("database-at")))
                .with("sha256", plan.sha256().hex())
                .with("sizeBytes", plan.sizeBytes())
                .with("results", results())
                .with(
                        "mapped",
                        new JsonArray(plan.mapping().controls().stream()
                                .map(EvidenceImportPrinting::json)
                                .toList()))
                .with("unmapped", unmappedJson())
                .with("notices", JsonOutput.texts(plan.notices()))
                .with("evidence", JsonOutput.text(here.map(each -> each.id().hex())))
                .with("entry", here.<Json>map(each -> Json.number(each.entry())).orElseGet(Json.JsonNull::new))
                .with("alreadyHere", new JsonFlag(plan.earlier().isPresent()))
                .build();
    }

    private Json results() {
        return counts(plan.report().counts());
    }

    private static Json counts(Map<String, Long> counts) {
        return new JsonArray(counts.entrySet().stream()
                .<Json>map(each -> Json.object()
                        .with("outcome", each.getKey())
                        .with("count", each.getValue())
                        .build())
                .toList());
    }

    private Json unmappedJson() {
        Map<String, Long> byOutcome = new TreeMap<>();
        plan.mapping().unmapped().forEach(each -> byOutcome.merge(each.outcome(), each.count(), Long::sum));
        return Json.object()
                .with("count", plan.mapping().unmappedCount())
                .with("byOutcome", counts(byOutcome))
                .with(
                        "rules",
                        new JsonArray(plan.mapping().unmapped().stream()
                                .<Json>map(each -> Json.object()
                                        .with("rule", JsonOutput.text(each.rule()))
                                        .with("outcome", each.outcome())
                                        .with("count", each.count())
                                        .build())
                                .toList()))
                .build();
    }

    private static Json json(OnControl on) {
        return Json.object()
                .with("control", on.control().value())
                .with("passed", on.passed())
                .with("failed", on.failed())
                .with("untold", on.untold())
                .with("notMeant", on.notMeant())
                .with("reasons", JsonOutput.texts(on.reasons()))
                .build();
    }
}
