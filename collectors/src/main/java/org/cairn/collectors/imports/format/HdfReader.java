package org.cairn.collectors.imports.format;

import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.cairn.collectors.imports.ImportFormat;
import org.cairn.collectors.imports.JsonWalk;
import org.cairn.collectors.imports.ReportBuilder;
import org.cairn.collectors.imports.ResultOutcome;
import org.cairn.collectors.imports.RuleIds;
import org.cairn.collectors.imports.ScanTime;
import org.cairn.collectors.imports.Severity;
import org.cairn.collectors.imports.ToolReport;
import org.cairn.collectors.imports.ToolResult;
import org.cairn.collectors.imports.Tree;
import org.cairn.collectors.imports.UnreadableReport;

/// InSpec's reporters `json` and `json-min`, and the Heimdall Data Format (mitre/heimdall2), which is the former with
/// more in it. A control is as good as the worst of its results.
final class HdfReader {
    private static final int MOST_KEPT = 50_000;

    private final ReportBuilder report;
    private String profile = "";
    private final List<ToolResult> unchecked = new ArrayList<>();
    private final Set<String> checked = new HashSet<>();
    private boolean overlays;

    private HdfReader(ImportFormat format) {
        report = new ReportBuilder(format);
    }

    static ToolReport read(Reader text, ImportFormat format) throws UnreadableReport {
        HdfReader reader = new HdfReader(format);
        reader.report.tool(format == ImportFormat.HDF ? "Heimdall" : "InSpec", Optional.empty());
        new JsonWalk()
                .whole("/platform", reader::platform)
                .whole("/version", version -> reader.report.tool("", version.text()))
                .whole("/profiles/*/name", reader::profile)
                .whole(
                        "/profiles/*/parent_profile",
                        parent -> reader.overlays |= parent.text().isPresent())
                .whole("/profiles/*/controls/*", reader::control)
                .whole("/controls/*", reader::smallControl)
                .through(text);
        reader.reportUnchecked();
        return reader.report.finish();
    }

    /// Where profiles lie over one another, the upper one lists controls whose results stand with the same control of a
    /// lower one (InSpec's documentation, "profile dependencies").
    private void reportUnchecked() {
        for (ToolResult each : unchecked) {
            if (!overlays || !checked.contains(each.rule())) {
                report.result(each);
            }
        }
    }

    private void platform(Tree platform) throws UnreadableReport {
        report.target(platform.textOr("", "target_id"), "/platform/target_id");
        platform.text("name").ifPresent(name -> report.fact("platform", name + " " + platform.textOr("", "release")));
    }

    private void profile(Tree name) {
        profile = name.text().orElse("");
        report.scope(profile);
    }

    private void control(Tree control) {
        List<Tree> results = control.elements("results");
        results.forEach(each -> report.scannedAt(each.text("start_time").flatMap(ScanTime::parse)));
        Tree tags = control.at("tags");
        RuleIds ids = new RuleIds();
        tags.elements("nist").forEach(id -> id.text().ifPresent(ids::nistIn));
        tags.elements("cci").forEach(id -> id.text().ifPresent(ids::in));
        ToolResult result = new ToolResult(
                profile,
                control.textOr("", "id"),
                control.textOr("", "title"),
                outcome(control, results),
                severity(control),
                results.isEmpty() ? Optional.empty() : results.getFirst().text("code_desc"),
                ids);
        if (results.isEmpty() && unchecked.size() < MOST_KEPT) {
            unchecked.add(result);
            return;
        }
        if (checked.size() < MOST_KEPT) {
            checked.add(result.rule());
        }
        report.result(result);
    }

    /// An impact of 0 says that the control does not apply (Heimdall's rules of status).
    private static ResultOutcome outcome(Tree control, List<Tree> results) {
        boolean waived = control.has("waiver_data")
                && !control.at("waiver_data").fields().isEmpty();
        ResultOutcome worst = ResultOutcome.NOT_CHECKED;
        for (Tree result : results) {
            worst = worse(worst, word(result.textOr("", "status")));
        }
        if (worst == ResultOutcome.FAIL) {
            return waived ? ResultOutcome.ACCEPTED : ResultOutcome.FAIL;
        }
        OptionalDouble impact = control.number("impact");
        return impact.isPresent() && impact.getAsDouble() == 0 ? ResultOutcome.NOT_APPLICABLE : worst;
    }

    private static ResultOutcome word(String status) {
        return switch (status) {
            case "passed" -> ResultOutcome.PASS;
            case "failed" -> ResultOutcome.FAIL;
            case "error" -> ResultOutcome.ERROR;
            case "skipped" -> ResultOutcome.UNKNOWN;
            default -> ResultOutcome.ERROR;
        };
    }

    /// Nothing checked is the start; then failed, error, skipped, passed, from worst to best.
    private static ResultOutcome worse(ResultOutcome one, ResultOutcome other) {
        if (one == ResultOutcome.NOT_CHECKED) {
            return other;
        }
        for (ResultOutcome each : List.of(ResultOutcome.FAIL, ResultOutcome.ERROR, ResultOutcome.UNKNOWN)) {
            if (one == each || other == each) {
                return each;
            }
        }
        return ResultOutcome.PASS;
    }

    /// InSpec's documentation, "impact": below 0.4 low, below 0.7 medium, below 0.9 high.
    private static Optional<String> severity(Tree control) {
        Optional<String> stated = control.text("tags", "severity").flatMap(Severity::of);
        OptionalDouble impact = control.number("impact");
        if (stated.isPresent() || impact.isEmpty()) {
            return stated;
        }
        double of = impact.getAsDouble();
        if (of >= 0.9) {
            return Optional.of("critical");
        }
        if (of >= 0.7) {
            return Optional.of("high");
        }
        return Optional.of(of >= 0.4 ? "medium" : of > 0 ? "low" : "none");
    }

    /// Of `json-min`: one line a result.
    private void smallControl(Tree control) {
        report.scope(control.textOr("", "profile_id"));
        report.result(new ToolResult(
                control.textOr("", "profile_id"),
                control.textOr("", "id"),
                control.textOr("", "code_desc"),
                word(control.textOr("", "status")),
                Optional.empty(),
                Optional.empty(),
                new RuleIds()));
    }
}
