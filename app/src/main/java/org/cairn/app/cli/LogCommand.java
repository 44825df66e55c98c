package org.cairn.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.KnownAt;
import org.cairn.app.workspace.LogLine;
import org.cairn.app.workspace.Workspace;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "log", description = "Every ledger entry, oldest first.", mixinStandardHelpOptions = true)
final class LogCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Mixin
    private KnownOptions times = new KnownOptions();

    @Option(names = "--format", description = "table, json or csv.")
    private Format format = Format.TABLE;

    LogCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        KnownAt known = times.known(context.environment().clock().instant());
        try (Workspace open = workspace.open(context, Access.READ)) {
            List<LogLine> lines = open.log(known);
            switch (format) {
                case TABLE -> printTable(lines);
                case CSV -> printCsv(lines);
                case JSON -> JsonOutput.print(context.terminal().out(), json(lines));
            }
        }
        return ExitCode.DONE;
    }

    private void printTable(List<LogLine> lines) {
        Table table = new Table("entry", "recorded (UTC)", "by", "kind", "what");
        for (LogLine line : lines) {
            table.row(
                    Long.toString(line.entry()),
                    line.recorded().recordedAt().toString(),
                    line.actor(),
                    line.kind(),
                    line.summary());
        }
        table.printTo(context.terminal().out());
    }

    private void printCsv(List<LogLine> lines) {
        Csv csv = new Csv(context.terminal().out());
        csv.row("entry", "recordedAt", "validFrom", "actor", "key", "kind", "summary");
        for (LogLine line : lines) {
            csv.row(
                    Long.toString(line.entry()),
                    line.recorded().recordedAt().toString(),
                    line.recorded().validFrom().toString(),
                    line.actor(),
                    line.recorded().actor().hex(),
                    line.kind(),
                    line.summary());
        }
    }

    private static Json json(List<LogLine> lines) {
        return new JsonArray(lines.stream()
                .<Json>map(line -> Json.object()
                        .with("entry", line.entry())
                        .with("recordedAt", line.recorded().recordedAt().toString())
                        .with("validFrom", line.recorded().validFrom().toString())
                        .with("actor", JsonOutput.text(line.actor()))
                        .with("key", line.recorded().actor().hex())
                        .with("kind", JsonOutput.text(line.kind()))
                        .with("summary", JsonOutput.text(line.summary()))
                        .build())
                .toList());
    }
}
