package org.cairn.collectors.imports.format;

import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.collectors.imports.ImportFamily;
import org.cairn.collectors.imports.ImportFormat;
import org.cairn.collectors.imports.JsonWalk;
import org.cairn.collectors.imports.ReportBuilder;
import org.cairn.collectors.imports.ScanTime;
import org.cairn.collectors.imports.ToolReport;
import org.cairn.collectors.imports.Tree;
import org.cairn.collectors.imports.UnreadableReport;

/// CycloneDX in JSON, 1.2 to 1.6 (ECMA-424). A document with vulnerabilities and no components is VEX.
final class CycloneDxReader {
    private static final int MOST_STATEMENTS = 50_000;

    private record Affected(String vulnerability, String reference, String state, Optional<String> justification) {}

    private final ReportBuilder report = new ReportBuilder(ImportFormat.CYCLONEDX_JSON);
    private final Components components = new Components(report);
    private final Statements statements = new Statements(report);
    private final List<Affected> affected = new ArrayList<>();
    private final JsonWalk walk = new JsonWalk();
    private boolean anyComponent;
    private long dropped;

    private CycloneDxReader() {}

    static ToolReport read(Reader text) throws UnreadableReport {
        CycloneDxReader reader = new CycloneDxReader();
        reader.walk
                .whole(
                        "/specVersion",
                        version -> version.text().ifPresent(each -> reader.report.fact("spec-version", each)))
                .whole("/metadata", reader::metadata)
                .whole("/components/*", reader::component)
                .whole("/vulnerabilities/*", reader::vulnerability)
                .through(text);
        return reader.finish();
    }

    private void metadata(Tree metadata) throws UnreadableReport {
        report.scannedAt(metadata.text("timestamp").flatMap(ScanTime::parse));
        Tree subject = metadata.at("component");
        report.target(subject.textOr("", "name"), "/metadata/component");
        components.remember(subject.text("bom-ref"), subject.text("purl"));
        List<Tree> tools = new ArrayList<>(metadata.elements("tools"));
        tools.addAll(metadata.elements("tools", "components"));
        tools.forEach(tool -> tool.text("name").ifPresent(name -> report.tool(name, tool.text("version"))));
    }

    private void component(Tree component) {
        anyComponent = true;
        components.add(
                component.textOr("", "name"),
                component.text("version"),
                component.text("purl"),
                component.textOr("", "type"),
                component.text("bom-ref"));
        component.elements("components").forEach(this::component);
    }

    private void vulnerability(Tree vulnerability) {
        Tree analysis = vulnerability.at("analysis");
        String id = vulnerability.textOr("", "id");
        String state = Statements.ofCycloneDx(analysis.textOr("", "state"));
        Optional<String> why = analysis.text("justification").or(() -> analysis.text("detail"));
        List<Tree> affects = vulnerability.elements("affects");
        if (affects.isEmpty()) {
            hold(new Affected(id, "", state, why));
        }
        affects.forEach(each -> hold(new Affected(id, each.textOr("", "ref"), state, why)));
    }

    /// References may point to what comes later.
    private void hold(Affected each) {
        if (affected.size() < MOST_STATEMENTS) {
            affected.add(each);
        } else {
            dropped++;
        }
    }

    private ToolReport finish() {
        if (!anyComponent && !affected.isEmpty()) {
            report.family(ImportFamily.VEX);
            report.population(Statements.POPULATION);
        } else {
            report.population(Components.POPULATION);
        }
        affected.forEach(each -> statements.add(
                each.vulnerability(),
                each.reference(),
                components.purlOf(each.reference()),
                each.state(),
                each.justification()));
        if (dropped > 0) {
            report.count("statements-not-kept", dropped);
        }
        report.scope("cyclonedx");
        return report.finish();
    }
}
