package org.cairn.collectors.imports.format;

import java.io.Reader;
import java.util.List;
import java.util.Optional;
import org.cairn.collectors.imports.ImportFormat;
import org.cairn.collectors.imports.JsonWalk;
import org.cairn.collectors.imports.ReportBuilder;
import org.cairn.collectors.imports.ScanTime;
import org.cairn.collectors.imports.Severity;
import org.cairn.collectors.imports.ToolReport;
import org.cairn.collectors.imports.Tree;
import org.cairn.collectors.imports.UnreadableReport;

/// Grype's JSON report (anchore/grype, `schema/grype/json`). It names its database's day: `descriptor.db.built`, since
/// version 0.88 `descriptor.db.status.built`.
final class GrypeReader {
    private final ReportBuilder report = new ReportBuilder(ImportFormat.GRYPE);
    private final Vulnerabilities vulnerabilities = new Vulnerabilities(report);
    private final JsonWalk walk = new JsonWalk();
    private String artefact = "";

    private GrypeReader() {}

    static ToolReport read(Reader text) throws UnreadableReport {
        GrypeReader reader = new GrypeReader();
        reader.walk
                .whole("/matches/*", match -> reader.match(match, Optional.empty()))
                .whole("/ignoredMatches/*", match -> reader.match(match, Optional.of("left out by Grype: ignored")))
                .whole("/source", reader::source)
                .whole("/descriptor", reader::descriptor)
                .through(text);
        reader.vulnerabilities.finish();
        reader.report.tool("Grype", Optional.empty());
        reader.report.scope("grype / " + reader.artefact);
        return reader.report.finish();
    }

    private void match(Tree match, Optional<String> leftOut) {
        Tree vulnerability = match.at("vulnerability");
        Tree artifact = match.at("artifact");
        List<Tree> fixed = vulnerability.elements("fix", "versions");
        List<Tree> places = artifact.elements("locations");
        vulnerabilities.add(new Vulnerabilities.Found(
                vulnerability.textOr("", "id"),
                artifact.textOr("", "name"),
                artifact.textOr("", "version"),
                artifact.text("purl"),
                vulnerability.text("severity").flatMap(Severity::of),
                fixed.isEmpty() ? Optional.empty() : fixed.getFirst().text(),
                leftOut.isPresent() ? leftOut : vulnerability.text("fix", "state"),
                places.isEmpty() ? Optional.empty() : places.getFirst().text("path")));
    }

    private void source(Tree source) throws UnreadableReport {
        source.text("type").ifPresent(type -> report.fact("artifact-type", type));
        artefact = source.text("target", "userInput")
                .or(() -> source.text("target"))
                .orElse("");
        report.target(artefact, "/source");
    }

    private void descriptor(Tree descriptor) {
        report.tool("Grype", descriptor.text("version"));
        report.scannedAt(descriptor.text("timestamp").flatMap(ScanTime::parse));
        report.databaseAt(descriptor
                .text("db", "built")
                .or(() -> descriptor.text("db", "status", "built"))
                .flatMap(ScanTime::parse));
    }
}
