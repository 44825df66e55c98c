package org.cairn.collectors.imports.format;

import java.io.Reader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cairn.collectors.imports.ImportFormat;
import org.cairn.collectors.imports.JsonWalk;
import org.cairn.collectors.imports.ReportBuilder;
import org.cairn.collectors.imports.Severity;
import org.cairn.collectors.imports.ToolReport;
import org.cairn.collectors.imports.Tree;
import org.cairn.collectors.imports.UnreadableReport;

/// OSV-Scanner's JSON (google/osv-scanner, "Output"). It tells neither when nor of what host it was made, and names
/// only packages with a finding unless it was run with `--all-packages`.
final class OsvReader {
    private final ReportBuilder report = new ReportBuilder(ImportFormat.OSV);
    private final Vulnerabilities vulnerabilities = new Vulnerabilities(report);
    private String source = "";

    private OsvReader() {}

    static ToolReport read(Reader text) throws UnreadableReport {
        OsvReader reader = new OsvReader();
        reader.report.tool("OSV-Scanner", Optional.empty());
        reader.report.scope("osv-scanner");
        new JsonWalk()
                .whole("/results/*/source", reader::source)
                .whole("/results/*/packages/*", reader::packageWithFindings)
                .through(text);
        reader.vulnerabilities.finish();
        return reader.report.finish();
    }

    private void source(Tree read) {
        source = read.textOr("", "path");
        report.scope(source);
    }

    private void packageWithFindings(Tree each) {
        String name = each.textOr("", "package", "name");
        String version = each.textOr("", "package", "version");
        vulnerabilities.packageSeen(name, version);
        for (Tree vulnerability : each.elements("vulnerabilities")) {
            String id = vulnerability.textOr("", "id");
            vulnerabilities.add(new Vulnerabilities.Found(
                    id,
                    name,
                    version,
                    Optional.empty(),
                    severity(id, vulnerability, each.elements("groups")),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(source)));
        }
    }

    /// The database's word for it, else the highest CVSS score of its group.
    private static Optional<String> severity(String id, Tree vulnerability, List<Tree> groups) {
        Optional<String> word =
                vulnerability.text("database_specific", "severity").flatMap(Severity::of);
        if (word.isPresent()) {
            return word;
        }
        for (Tree group : groups) {
            OptionalDouble score = group.number("max_severity");
            boolean ofThis = group.elements("ids").stream()
                    .anyMatch(each -> each.text().orElse("").equals(id));
            if (ofThis && score.isPresent()) {
                return Severity.ofScore(score.getAsDouble());
            }
        }
        return Optional.empty();
    }
}
