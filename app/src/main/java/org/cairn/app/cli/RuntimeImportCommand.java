package org.cairn.app.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cairn.causality.ingest.IngestException;
import org.cairn.causality.ingest.IngestSummary;
import org.cairn.causality.ingest.LogFormat;
import org.cairn.causality.query.Window;
import org.cairn.causality.record.LogFile;
import org.cairn.causality.record.RecordFile;
import org.cairn.causality.record.RuntimeRecord;
import org.cairn.proof.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Reads logs of auditd, ausearch -i, laurel, Tetragon, Falco or strace, also packed by gzip, and"
                + " proc-samples (what `cairn runtime record` wrote); counts"
                + " them, and notes which they are.",
        footer = "The logs stay where they are. A question asked later is refused if one of them has changed.",
        mixinStandardHelpOptions = true)
final class RuntimeImportCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Logs; those of one host as they were written.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = {"-r", "--record"},
            required = true,
            paramLabel = "RECORD",
            description = "The file that questions are asked of; it is replaced.")
    private Path record = Path.of("");

    @Option(
            names = "--host",
            defaultValue = "unnamed",
            paramLabel = "NAME",
            description = "What to call the host where records do not say.")
    private String host = "unnamed";

    @Option(
            names = "--as",
            paramLabel = "FORMAT",
            description =
                    "auditd, ausearch-i, laurel, tetragon, falco, strace or proc-samples. Default: told by how a log begins.")
    private Optional<String> as = Optional.empty();

    @Option(
            names = "--zone",
            defaultValue = "UTC",
            paramLabel = "ZONE",
            description = "In which `ausearch -i` wrote its times; default: UTC.")
    private String zone = "UTC";

    @Option(names = "--format", defaultValue = "table", description = "table or json.")
    private Format format = Format.TABLE;

    RuntimeImportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Refused {
        Optional<LogFormat> given = as.isPresent() ? Optional.of(format(as.get())) : Optional.empty();
        try {
            ZoneId in = ZoneId.of(zone);
            List<LogFile> logs = files.stream()
                    .map(file -> new LogFile(file.toAbsolutePath().normalize(), host, given, in, Optional.empty()))
                    .toList();
            RuntimeRecord read = RuntimeRecord.read(logs);
            RecordFile.write(record, known(read, in));
            print(read);
        } catch (IngestException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        } catch (DateTimeException _) {
            throw new Refused("--zone takes a time zone like Europe/Berlin, not '" + zone + "'");
        }
        return ExitCode.DONE;
    }

    private static LogFormat format(String id) throws Refused {
        return LogFormat.byId(id)
                .orElseThrow(() -> new Refused("--as takes one of "
                        + Arrays.stream(LogFormat.values()).map(LogFormat::id).collect(Collectors.joining(" "))));
    }

    private static List<LogFile> known(RuntimeRecord read, ZoneId zone) {
        return read.logs().stream()
                .map(log -> new LogFile(
                        Path.of(log.source().location()),
                        log.source().host(),
                        Optional.of(log.format()),
                        zone,
                        Optional.of(log.source().digest())))
                .toList();
    }

    private void print(RuntimeRecord read) {
        if (format == Format.JSON) {
            List<IngestSummary> logs = read.logs();
            JsonOutput.print(
                    context.terminal().out(),
                    Json.object()
                            .with(
                                    "records",
                                    logs.stream()
                                            .mapToLong(IngestSummary::records)
                                            .sum())
                            .with(
                                    "rejectedRecords",
                                    logs.stream()
                                            .mapToLong(IngestSummary::rejectedRecords)
                                            .sum())
                            .with(
                                    "events",
                                    logs.stream()
                                            .mapToLong(IngestSummary::events)
                                            .sum())
                            .with(
                                    "rejectedEvents",
                                    logs.stream()
                                            .mapToLong(IngestSummary::rejectedEvents)
                                            .sum())
                            .with("repeatedEvents", read.repeated())
                            .with("nodes", read.graph().nodes().size())
                            .with("edges", read.graph().edges().size())
                            .with(
                                    "gaps",
                                    logs.stream()
                                            .mapToLong(log -> log.coverage().gapCount())
                                            .sum())
                            .with("coverage", new RuntimeCoverage(read, Window.ALWAYS).json())
                            .build());
            return;
        }
        context.terminal()
                .out()
                .println(read.graph().nodes().size() + " nodes, "
                        + read.graph().edges().size() + " edges");
        new RuntimeCoverage(read, Window.ALWAYS).printTo(context.terminal().out());
    }
}
