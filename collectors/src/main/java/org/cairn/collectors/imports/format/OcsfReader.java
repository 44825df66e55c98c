package org.cairn.collectors.imports.format;

import java.io.Reader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.collectors.imports.ImportFormat;
import org.cairn.collectors.imports.ReportBuilder;
import org.cairn.collectors.imports.ResultOutcome;
import org.cairn.collectors.imports.RuleIds;
import org.cairn.collectors.imports.ScanTime;
import org.cairn.collectors.imports.Severity;
import org.cairn.collectors.imports.ToolReport;
import org.cairn.collectors.imports.ToolResult;
import org.cairn.collectors.imports.Tree;
import org.cairn.collectors.imports.UnreadableReport;

/// Findings in the Open Cybersecurity Schema Framework, category 2 (schema.ocsf.io 1.1 to 1.4): one object, a list of
/// them, or one a line. Other categories are events and not findings; they are counted apart.
final class OcsfReader {
    private final ReportBuilder report = new ReportBuilder(ImportFormat.OCSF);

    private OcsfReader() {}

    static ToolReport read(Reader text) throws UnreadableReport {
        OcsfReader reader = new OcsfReader();
        OneOrMany.through(text, reader::finding);
        return reader.report.finish();
    }

    private void finding(Tree finding) {
        product(finding.at("metadata", "product"));
        finding.number("time").ifPresent(time -> report.scannedAt(ScanTime.ofEpochMillis((long) time)));
        boolean isFinding = finding.number("class_uid").orElse(0) / 1000 >= 2
                && finding.number("class_uid").orElse(0) / 1000 < 3;
        if (!isFinding) {
            report.count("event-no-finding");
            return;
        }
        Tree info = finding.has("finding_info") ? finding.at("finding_info") : finding.at("finding");
        String rule = finding.text("metadata", "event_code")
                .or(() -> finding.text("compliance", "control"))
                .or(() -> info.text("uid"))
                .or(() -> info.text("title"))
                .orElse("");
        report.result(new ToolResult(
                finding.textOr("", "metadata", "product", "name"),
                rule,
                info.textOr("", "title"),
                outcome(finding),
                finding.text("severity").flatMap(Severity::of),
                where(finding),
                ids(finding, info)));
    }

    private void product(Tree product) {
        product.text("name").ifPresent(name -> {
            report.tool(name, product.text("version"));
            report.scope(name);
        });
    }

    /// `status_code` is what Prowler and cloud products write; `compliance.status_id` is of class 2003: 1 pass, 2
    /// warning, 3 fail. `status_id` 3 is suppressed, 4 resolved.
    private static ResultOutcome outcome(Tree finding) {
        ResultOutcome outcome = switch (finding.textOr("", "status_code").toUpperCase(Locale.ROOT)) {
            case "PASS" -> ResultOutcome.PASS;
            case "FAIL" -> ResultOutcome.FAIL;
            case "MANUAL" -> ResultOutcome.NOT_CHECKED;
            case "MUTED" -> ResultOutcome.ACCEPTED;
            default -> compliance(finding);
        };
        if (outcome == ResultOutcome.FAIL && finding.textOr("", "status_id").equals("3")) {
            return ResultOutcome.ACCEPTED;
        }
        return outcome == ResultOutcome.FAIL && finding.textOr("", "status_id").equals("4")
                ? ResultOutcome.FIXED
                : outcome;
    }

    private static ResultOutcome compliance(Tree finding) {
        if (!finding.has("compliance")) {
            return ResultOutcome.FAIL;
        }
        return switch (finding.textOr("", "compliance", "status_id")) {
            case "1" -> ResultOutcome.PASS;
            case "2", "3" -> ResultOutcome.FAIL;
            default -> ResultOutcome.UNKNOWN;
        };
    }

    private static Optional<String> where(Tree finding) {
        List<Tree> resources = finding.elements("resources");
        return finding.text("device", "hostname")
                .or(() -> finding.text("resource", "uid"))
                .or(() -> resources.isEmpty()
                        ? Optional.empty()
                        : resources
                                .getFirst()
                                .text("uid")
                                .or(() -> resources.getFirst().text("name")));
    }

    private static RuleIds ids(Tree finding, Tree info) {
        RuleIds ids = new RuleIds().in(info.textOr("", "title"));
        finding.elements("compliance", "requirements")
                .forEach(each -> each.text().ifPresent(ids::in));
        for (Tree vulnerability : finding.elements("vulnerabilities")) {
            vulnerability.text("cwe", "uid").ifPresent(ids::in);
            vulnerability
                    .elements("related_cwes")
                    .forEach(cwe -> cwe.text("uid").ifPresent(ids::in));
        }
        return ids;
    }
}
