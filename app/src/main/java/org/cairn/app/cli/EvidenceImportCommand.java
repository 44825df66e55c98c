package org.cairn.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.ReportPlan;
import org.cairn.app.workspace.ReportRequest;
import org.cairn.app.workspace.ToolReportImports;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.collectors.imports.ImportFormat;
import org.cairn.collectors.imports.UnreadableReport;
import org.cairn.collectors.imports.format.ColumnMap;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Takes over results of other tools as evidence: counts them, says which controls they bear on and"
                + " which bear on none, and keeps the file.",
        footer = "Every file is read to its end before the first is recorded. An import never satisfies a control.",
        mixinStandardHelpOptions = true)
final class EvidenceImportCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = WorkspaceOptions.of(Path.of(""), Optional.empty());

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "A report, as it is or packed by gzip.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--as", paramLabel = "FORMAT", description = "Its format; default: auto, by how the file begins.")
    private String as = "auto";

    @Option(names = "--target", paramLabel = "NAME", description = "The host, image or product it is about.")
    private Optional<String> target = Optional.empty();

    @Option(names = "--scanned-at", paramLabel = "TIME", description = "When it was made, if it does not say.")
    private Optional<String> scannedAt = Optional.empty();

    @Option(
            names = "--database-at",
            paramLabel = "TIME",
            description = "When its vulnerability database was built, if it does not say.")
    private Optional<String> databaseAt = Optional.empty();

    @Option(
            names = "--map",
            paramLabel = "MAP",
            description = "Columns of a table: rule=HEADING,outcome=HEADING and any of title, severity, where, target,"
                    + " time, ids.")
    private Optional<String> map = Optional.empty();

    @Option(names = "--preview", description = "Shows what would be recorded, and records nothing.")
    private boolean preview;

    @Option(names = "--format", description = "table or json; a report's format means the same as with --as.")
    private String format = "table";

    EvidenceImportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        Optional<ImportFormat> given = input();
        boolean json = format.equals("json");
        if (!json && !format.equals("table") && given.isEmpty() && !format.equals("auto")) {
            throw new Refused("--format takes table or json, not '" + format + "'");
        }
        ReportRequest request = request(given);
        List<EvidenceImportPrinting> done = new ArrayList<>();
        try (Workspace open = workspace.open(context, preview ? Access.READ : Access.WRITE)) {
            ToolReportImports reports = open.reports();
            if (files.size() > 1) {
                readAll(reports, request);
            }
            for (Path file : files) {
                ReportPlan plan = reports.plan(file, request);
                Optional<RecordedEvidence> recorded = preview ? Optional.empty() : Optional.of(reports.record(plan));
                EvidenceImportPrinting printing = new EvidenceImportPrinting(plan, recorded);
                if (json) {
                    done.add(printing);
                } else {
                    printing.print(context.terminal().out());
                }
            }
        }
        if (json) {
            List<Json> each = done.stream().map(EvidenceImportPrinting::json).toList();
            JsonOutput.print(
                    context.terminal().out(),
                    Json.object()
                            .with("files", new JsonArray(each))
                            .with("preview", new JsonFlag(preview))
                            .build());
        }
        return ExitCode.DONE;
    }

    /// A file that is refused stops all before the first is recorded. Nothing of them is held.
    private void readAll(ToolReportImports reports, ReportRequest request) throws WorkspaceException {
        for (Path file : files) {
            reports.plan(file, request);
        }
    }

    private Optional<ImportFormat> input() throws Refused {
        Optional<ImportFormat> byFormat = ImportFormat.byId(format);
        if (as.equals("auto")) {
            return byFormat;
        }
        Optional<ImportFormat> byAs = ImportFormat.byId(as);
        if (byAs.isEmpty() || byFormat.isPresent() && !byFormat.equals(byAs)) {
            throw new Refused("--as takes one of auto "
                    + String.join(
                            " ",
                            Arrays.stream(ImportFormat.values())
                                    .map(ImportFormat::id)
                                    .toList()));
        }
        return byAs;
    }

    private ReportRequest request(Optional<ImportFormat> given) throws Refused {
        Instant now = context.environment().clock().instant();
        try {
            Optional<ColumnMap> columns = map.isPresent() ? Optional.of(ColumnMap.parse(map.get())) : Optional.empty();
            return new ReportRequest(
                    columns.isPresent() && given.isEmpty() ? Optional.of(ImportFormat.CSV) : given,
                    columns,
                    target,
                    When.optional(scannedAt, now),
                    When.optional(databaseAt, now));
        } catch (UnreadableReport e) {
            throw new Refused(e.place() + ": " + e.reason() + ". " + e.advice());
        }
    }
}
