package org.cairn.collectors.imports.format;

import java.io.Reader;
import java.util.Optional;
import org.cairn.collectors.imports.BoundedLines;
import org.cairn.collectors.imports.ImportFormat;
import org.cairn.collectors.imports.JsonWalk;
import org.cairn.collectors.imports.ReportBuilder;
import org.cairn.collectors.imports.ScanTime;
import org.cairn.collectors.imports.ToolReport;
import org.cairn.collectors.imports.Tree;
import org.cairn.collectors.imports.UnreadableReport;

/// SPDX 2.2 and 2.3 (ISO/IEC 5962), in JSON and as tags and values.
final class SpdxReader {
    private final ReportBuilder report;
    private final Components components;
    private boolean isSpdx;
    private Optional<String> name = Optional.empty();
    private Optional<String> version = Optional.empty();
    private Optional<String> purl = Optional.empty();

    private SpdxReader(ImportFormat format) {
        report = new ReportBuilder(format);
        components = new Components(report);
    }

    static ToolReport readJson(Reader text) throws UnreadableReport {
        SpdxReader reader = new SpdxReader(ImportFormat.SPDX_JSON);
        JsonWalk walk = new JsonWalk();
        walk.whole("/spdxVersion", version -> reader.isSpdx = version.text().isPresent())
                .whole(
                        "/creationInfo/created",
                        at -> reader.report.scannedAt(at.text().flatMap(ScanTime::parse)))
                .whole(
                        "/creationInfo/creators/*",
                        creator -> reader.creator(creator.text().orElse("")))
                .whole("/name", name -> reader.report.target(name.text().orElse(""), "/name"))
                .whole("/packages/*", reader::packageOf)
                .through(text);
        return reader.finish();
    }

    private void packageOf(Tree each) {
        Optional<String> found = each.elements("externalRefs").stream()
                .filter(reference -> reference.textOr("", "referenceType").endsWith("purl"))
                .flatMap(reference -> reference.text("referenceLocator").stream())
                .findFirst();
        components.add(each.textOr("", "name"), each.text("versionInfo"), found, "package", Optional.empty());
    }

    private void creator(String creator) {
        if (creator.startsWith("Tool:")) {
            report.tool(creator.substring("Tool:".length()), Optional.empty());
        }
    }

    static ToolReport readTags(Reader text) throws UnreadableReport {
        SpdxReader reader = new SpdxReader(ImportFormat.SPDX_TAGS);
        BoundedLines lines = new BoundedLines(text);
        boolean within = false;
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            boolean opens = line.get().contains("<text>");
            if (!within) {
                reader.tag(line.get(), lines.place());
            }
            within = (within || opens) && !line.get().contains("</text>");
        }
        reader.endPackage();
        return reader.finish();
    }

    /// SPDX 2.3, sections 6 and 7; a package ends where the next one, or a file, begins.
    private void tag(String line, String place) throws UnreadableReport {
        int colon = line.indexOf(": ");
        if (colon < 0 || line.startsWith("#")) {
            return;
        }
        String value = line.substring(colon + 2).strip();
        switch (line.substring(0, colon).strip()) {
            case "SPDXVersion" -> isSpdx = true;
            case "DocumentName" -> report.target(value, place);
            case "Created" -> report.scannedAt(ScanTime.parse(value));
            case "Creator" -> creator(value);
            case "PackageName" -> {
                endPackage();
                name = Optional.of(value);
            }
            case "PackageVersion" -> version = Optional.of(value);
            case "ExternalRef" -> purl = PackageUrl.in(value).or(() -> purl);
            default -> {}
        }
    }

    private void endPackage() {
        name.ifPresent(each -> components.add(each, version, purl, "package", Optional.empty()));
        name = Optional.empty();
        version = Optional.empty();
        purl = Optional.empty();
    }

    private ToolReport finish() throws UnreadableReport {
        if (!isSpdx) {
            throw new UnreadableReport("/spdxVersion", "it is not there", "Export the document as SPDX 2.3");
        }
        report.population(Components.POPULATION);
        report.scope("spdx");
        return report.finish();
    }
}
