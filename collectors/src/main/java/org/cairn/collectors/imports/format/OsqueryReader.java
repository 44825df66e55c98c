package org.cairn.collectors.imports.format;

import java.io.Reader;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.collectors.imports.CleanText;
import org.cairn.collectors.imports.ImportFormat;
import org.cairn.collectors.imports.JsonWalk;
import org.cairn.collectors.imports.ReportBuilder;
import org.cairn.collectors.imports.ScanTime;
import org.cairn.collectors.imports.ToolReport;
import org.cairn.collectors.imports.Tree;
import org.cairn.collectors.imports.UnreadableReport;

/// osquery's result log, differential, snapshot and batch (osquery documentation, "Logging"), one object a line.
/// Rows are facts: nobody judged them, and neither does this.
final class OsqueryReader {
    private static final String POPULATION = "rows";

    private final ReportBuilder report = new ReportBuilder(ImportFormat.OSQUERY);

    private OsqueryReader() {}

    static ToolReport read(Reader text) throws UnreadableReport {
        OsqueryReader reader = new OsqueryReader();
        reader.report.tool("osquery", Optional.empty());
        reader.report.population(POPULATION);
        new JsonWalk()
                .whole(
                        "/hostIdentifier",
                        host -> reader.report.target(host.text().orElse(""), "/hostIdentifier"))
                .whole("/name", name -> name.text().ifPresent(reader.report::scope))
                .whole("/unixTime", reader::time)
                .whole("/columns", columns -> reader.row("changed", columns))
                .whole("/snapshot/*", columns -> reader.row("snapshot", columns))
                .whole("/diffResults/added/*", columns -> reader.row("added", columns))
                .whole("/diffResults/removed/*", columns -> reader.row("removed", columns))
                .through(text);
        return reader.report.finish();
    }

    private void time(Tree time) {
        time.number().ifPresent(seconds -> report.scannedAt(ScanTime.ofEpochMillis((long) (seconds * 1000))));
    }

    private void row(String kind, Tree columns) {
        Map<String, String> values = new TreeMap<>();
        columns.fields().forEach((name, value) -> value.text().ifPresent(text -> values.put(CleanText.of(name), text)));
        values.put("row-kind", kind);
        report.member(POPULATION, values);
        report.count("row");
    }
}
