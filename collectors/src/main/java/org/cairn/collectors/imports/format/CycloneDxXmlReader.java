package org.cairn.collectors.imports.format;

import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.collectors.imports.CleanText;
import org.cairn.collectors.imports.ImportFamily;
import org.cairn.collectors.imports.ImportFormat;
import org.cairn.collectors.imports.ReportBuilder;
import org.cairn.collectors.imports.ScanTime;
import org.cairn.collectors.imports.ToolReport;
import org.cairn.collectors.imports.UnreadableReport;
import org.cairn.collectors.imports.XmlCursor;

/// CycloneDX in XML, 1.2 to 1.6 (ECMA-424).
final class CycloneDxXmlReader {
    private final XmlCursor xml;
    private final ReportBuilder report = new ReportBuilder(ImportFormat.CYCLONEDX_XML);
    private final Components components = new Components(report);
    private final Statements statements = new Statements(report);
    private boolean anyComponent;
    private boolean anyStatement;

    private CycloneDxXmlReader(XmlCursor xml) {
        this.xml = xml;
    }

    static ToolReport read(Reader text) throws UnreadableReport {
        CycloneDxXmlReader reader = new CycloneDxXmlReader(new XmlCursor(text));
        reader.document();
        return reader.finish();
    }

    private void document() throws UnreadableReport {
        for (Optional<String> tag = xml.nextChildOrDeeper(0); tag.isPresent(); tag = xml.nextChildOrDeeper(0)) {
            switch (tag.get()) {
                case "metadata" -> metadata();
                case "component" -> component("");
                case "vulnerability" -> vulnerability();
                case "bom", "components", "vulnerabilities" -> {}
                default -> xml.skip();
            }
        }
    }

    private void metadata() throws UnreadableReport {
        int within = xml.depth();
        for (Optional<String> tag = xml.nextChildOrDeeper(within);
                tag.isPresent();
                tag = xml.nextChildOrDeeper(within)) {
            switch (tag.get()) {
                case "timestamp" -> report.scannedAt(ScanTime.parse(xml.text()));
                case "tools" -> tools();
                case "component" -> component("subject");
                default -> xml.skip();
            }
        }
    }

    private void tools() throws UnreadableReport {
        int within = xml.depth();
        for (Optional<String> tag = xml.nextChildOrDeeper(within);
                tag.isPresent();
                tag = xml.nextChildOrDeeper(within)) {
            switch (tag.get()) {
                case "name" -> report.tool(xml.text(), Optional.empty());
                case "version" -> report.tool("", Optional.of(xml.text()));
                case "tool", "component", "components" -> {}
                default -> xml.skip();
            }
        }
    }

    /// @param role `subject` for what the document is about
    private void component(String role) throws UnreadableReport {
        String type = xml.attribute("type").orElse("");
        Optional<String> reference = xml.attribute("bom-ref");
        String place = xml.place();
        String name = "";
        Optional<String> version = Optional.empty();
        Optional<String> purl = Optional.empty();
        int within = xml.depth();
        for (Optional<String> tag = xml.nextChildOrDeeper(within);
                tag.isPresent();
                tag = xml.nextChildOrDeeper(within)) {
            switch (tag.get()) {
                case "name" -> name = xml.text();
                case "version" -> version = Optional.of(xml.text());
                case "purl" -> purl = Optional.of(xml.text().strip());
                case "component" -> component("");
                case "components" -> {}
                default -> xml.skip();
            }
        }
        if (role.equals("subject")) {
            report.target(name, place);
            components.remember(reference, purl);
            return;
        }
        anyComponent = true;
        components.add(CleanText.of(name), version, purl, type, reference);
    }

    private void vulnerability() throws UnreadableReport {
        String id = "";
        String state = "";
        Optional<String> why = Optional.empty();
        List<String> references = new ArrayList<>();
        int within = xml.depth();
        for (Optional<String> tag = xml.nextChildOrDeeper(within);
                tag.isPresent();
                tag = xml.nextChildOrDeeper(within)) {
            switch (tag.get()) {
                case "id" -> id = xml.text().strip();
                case "analysis" -> {
                    Analysis analysis = analysis();
                    state = analysis.state();
                    why = analysis.why();
                }
                case "ref" -> references.add(xml.text().strip());
                case "affects", "target" -> {}
                default -> xml.skip();
            }
        }
        anyStatement = true;
        String status = Statements.ofCycloneDx(state);
        if (references.isEmpty()) {
            references.add("");
        }
        for (String reference : references) {
            statements.add(id, reference, components.purlOf(reference), status, why);
        }
    }

    private record Analysis(String state, Optional<String> why) {}

    private Analysis analysis() throws UnreadableReport {
        String state = "";
        Optional<String> justification = Optional.empty();
        Optional<String> detail = Optional.empty();
        int within = xml.depth();
        for (Optional<String> tag = xml.nextChildOrDeeper(within);
                tag.isPresent();
                tag = xml.nextChildOrDeeper(within)) {
            switch (tag.get()) {
                case "state" -> state = xml.text().strip();
                case "justification" -> justification = Optional.of(xml.text());
                case "detail" -> detail = Optional.of(xml.text());
                default -> xml.skip();
            }
        }
        return new Analysis(state, justification.isPresent() ? justification : detail);
    }

    private ToolReport finish() {
        if (anyStatement && !anyComponent) {
            report.family(ImportFamily.VEX);
        } else {
            report.population(Components.POPULATION);
        }
        report.scope("cyclonedx");
        return report.finish();
    }
}
