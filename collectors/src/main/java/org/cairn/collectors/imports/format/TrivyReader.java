package org.cairn.collectors.imports.format;

import java.io.Reader;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
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

/// Trivy's JSON report, schema version 2 (Trivy documentation, "Reporting"), also of a cluster. It does not tell how
/// old the vulnerability database was.
final class TrivyReader {
    private final ReportBuilder report = new ReportBuilder(ImportFormat.TRIVY);
    private final Vulnerabilities vulnerabilities = new Vulnerabilities(report);
    private final JsonWalk walk = new JsonWalk();
    private final TreeSet<String> kinds = new TreeSet<>();
    private String target = "";
    private String artefact = "";
    private long passed;

    private TrivyReader() {}

    static ToolReport read(Reader text) throws UnreadableReport {
        TrivyReader reader = new TrivyReader();
        reader.head();
        for (String prefix : List.of("", "/Resources/*")) {
            reader.results(prefix + "/Results/*");
        }
        reader.walk.through(text);
        return reader.finish();
    }

    private void head() {
        walk.whole("/SchemaVersion", this::version)
                .whole("/Trivy/Version", version -> report.tool("Trivy", version.text()))
                .whole("/CreatedAt", at -> report.scannedAt(at.text().flatMap(ScanTime::parse)))
                .whole("/ArtifactName", this::artefact)
                .whole("/ClusterName", this::artefact)
                .whole("/ArtifactType", type -> type.text().ifPresent(kind -> report.fact("artifact-type", kind)));
    }

    private void version(Tree version) throws UnreadableReport {
        if (!version.text().orElse("").equals("2")) {
            throw walk.refuse("schema version " + version.text().orElse("?") + " is not read", "Use a current Trivy");
        }
    }

    private void artefact(Tree name) throws UnreadableReport {
        artefact = name.text().orElse("");
        report.target(artefact, walk.pointerText());
    }

    private void results(String path) {
        walk.whole(path + "/Target", name -> target = name.text().orElse(""))
                .whole(path + "/Class", kind -> kind.text().ifPresent(this::kind))
                .whole(
                        path + "/Packages/*",
                        each -> vulnerabilities.packageSeen(each.textOr("", "Name"), each.textOr("", "Version")))
                .whole(path + "/Vulnerabilities/*", each -> vulnerability(each, Optional.of(each.textOr("", "Status"))))
                .whole(path + "/ExperimentalModifiedFindings/*", this::modified)
                .whole(
                        path + "/MisconfSummary/Successes",
                        many -> passed += (long) many.number().orElse(0))
                .whole(path + "/Misconfigurations/*", this::misconfiguration)
                .whole(path + "/Secrets/*", this::secret)
                .whole(path + "/Licenses/*", this::license);
    }

    private void kind(String kind) {
        if (kind.endsWith("-pkgs")) {
            kinds.add("packages");
        } else if (kind.equals("config")) {
            kinds.add("config");
        }
    }

    private void vulnerability(Tree each, Optional<String> status) {
        vulnerabilities.add(new Vulnerabilities.Found(
                each.textOr("", "VulnerabilityID"),
                each.textOr("", "PkgName"),
                each.textOr("", "InstalledVersion"),
                each.text("PkgIdentifier", "PURL"),
                each.text("Severity").flatMap(Severity::of),
                each.text("FixedVersion"),
                status.filter(word -> !word.isBlank()),
                Optional.of(target)));
    }

    /// What Trivy was told to leave out, by an ignore file or by VEX. Here it stays found.
    private void modified(Tree each) {
        if (each.textOr("", "Type").equals("vulnerability")) {
            vulnerability(each.at("Finding"), Optional.of("left out by Trivy: " + each.textOr("", "Status")));
        }
    }

    private void misconfiguration(Tree each) {
        ResultOutcome outcome = switch (each.textOr("", "Status")) {
            case "PASS" -> ResultOutcome.PASS;
            case "EXCEPTION" -> ResultOutcome.ACCEPTED;
            default -> ResultOutcome.FAIL;
        };
        add(each.text("AVDID").or(() -> each.text("ID")).orElse(""), each.textOr("", "Title"), outcome, each);
    }

    private void secret(Tree each) {
        add(each.textOr("", "RuleID"), each.textOr("", "Title"), ResultOutcome.FAIL, each);
    }

    private void license(Tree each) {
        String title = each.textOr("", "PkgName") + " is under " + each.textOr("", "Name");
        add("license-" + each.textOr("", "Category"), title, ResultOutcome.INFORMATIONAL, each);
    }

    private void add(String rule, String title, ResultOutcome outcome, Tree each) {
        report.result(new ToolResult(
                "",
                rule,
                title,
                outcome,
                each.text("Severity").flatMap(Severity::of),
                Optional.of(target),
                new RuleIds().in(title)));
    }

    private ToolReport finish() {
        vulnerabilities.finish();
        report.tool("Trivy", Optional.empty());
        report.scope("trivy / " + artefact + " / " + (kinds.isEmpty() ? "other" : String.join(", ", kinds)));
        if (passed > 0) {
            report.fact("misconfigurations-passed", Long.toString(passed));
        }
        return report.finish();
    }
}
