package org.cairn.collectors.imports.format;

import java.io.Reader;
import java.util.Optional;
import org.cairn.collectors.imports.ImportFormat;
import org.cairn.collectors.imports.JsonWalk;
import org.cairn.collectors.imports.ReportBuilder;
import org.cairn.collectors.imports.RuleIds;
import org.cairn.collectors.imports.Severity;
import org.cairn.collectors.imports.ToolReport;
import org.cairn.collectors.imports.ToolResult;
import org.cairn.collectors.imports.Tree;
import org.cairn.collectors.imports.UnreadableReport;

/// Checklists of DISA's STIG Viewer 3 (CKLB 1.0, in JSON). They do not tell when anybody looked.
final class CklbReader {
    private final ReportBuilder report = new ReportBuilder(ImportFormat.CKLB);
    private final JsonWalk walk = new JsonWalk();
    private String stig = "";

    private CklbReader() {}

    static ToolReport read(Reader text) throws UnreadableReport {
        CklbReader reader = new CklbReader();
        reader.report.tool("STIG Viewer", Optional.empty());
        reader.walk
                .whole(
                        "/target_data/host_name",
                        name -> reader.report.target(name.text().orElse(""), "/target_data"))
                .whole("/stigs/*/stig_id", reader::stig)
                .whole("/stigs/*/rules/*", reader::rule)
                .through(text);
        return reader.report.finish();
    }

    private void stig(Tree id) {
        stig = id.text().orElse("");
        report.scope(stig);
    }

    private void rule(Tree rule) throws UnreadableReport {
        RuleIds ids = new RuleIds();
        rule.elements("ccis").forEach(cci -> cci.text().ifPresent(ids::in));
        report.result(new ToolResult(
                stig,
                rule.textOr("", "rule_id"),
                rule.textOr("", "rule_title"),
                Stig.outcome(rule.textOr("", "status"), walk.pointerText()),
                rule.text("severity").flatMap(Severity::of),
                Optional.empty(),
                ids));
    }
}
