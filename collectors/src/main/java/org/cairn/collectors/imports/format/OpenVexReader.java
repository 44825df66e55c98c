package org.cairn.collectors.imports.format;

import java.io.Reader;
import java.util.List;
import java.util.Optional;
import org.cairn.collectors.imports.ImportFormat;
import org.cairn.collectors.imports.JsonWalk;
import org.cairn.collectors.imports.ReportBuilder;
import org.cairn.collectors.imports.ScanTime;
import org.cairn.collectors.imports.ToolReport;
import org.cairn.collectors.imports.Tree;
import org.cairn.collectors.imports.UnreadableReport;

/// OpenVEX 0.2.0 (openvex/spec). A statement about a part of a product names the part; it covers that part alone.
final class OpenVexReader {
    private final ReportBuilder report = new ReportBuilder(ImportFormat.OPENVEX);
    private final Statements statements = new Statements(report);

    private OpenVexReader() {}

    static ToolReport read(Reader text) throws UnreadableReport {
        OpenVexReader reader = new OpenVexReader();
        reader.report.population(Statements.POPULATION);
        reader.report.scope("openvex");
        new JsonWalk()
                .whole("/timestamp", at -> reader.report.scannedAt(at.text().flatMap(ScanTime::parse)))
                .whole("/author", who -> who.text().ifPresent(each -> reader.report.fact("author", each)))
                .whole("/@id", id -> id.text().ifPresent(reader.report::scope))
                .whole("/tooling", tool -> tool.text().ifPresent(each -> reader.report.tool(each, Optional.empty())))
                .whole("/statements/*", reader::statement)
                .through(text);
        return reader.report.finish();
    }

    private void statement(Tree statement) {
        String vulnerability = statement
                .text("vulnerability", "name")
                .or(() -> statement.text("vulnerability"))
                .orElse("");
        Optional<String> why = statement.text("justification").or(() -> statement.text("impact_statement"));
        List<Tree> products = statement.elements("products");
        if (products.isEmpty()) { // as of version 0.0.1: of no product that is named
            statements.add(vulnerability, "", Optional.empty(), statement.textOr("not_analysed", "status"), why);
        }
        for (Tree product : products) {
            List<Tree> parts = product.elements("subcomponents");
            for (Tree about : parts.isEmpty() ? List.of(product) : parts) {
                String id = about.text("@id").or(about::text).orElse("");
                Optional<String> purl = about.text("identifiers", "purl").or(() -> PackageUrl.in(id));
                statements.add(vulnerability, id, purl, statement.textOr("not_analysed", "status"), why);
            }
        }
    }
}
