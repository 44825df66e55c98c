package org.cairn.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Cancellation;
import org.cairn.app.workspace.CollectionSummary;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.evidence.CollectorId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "collect",
        description = "Reads this machine, records what it sees as evidence, and says what the checks make of it.",
        footer = "Never changes the machine and opens no connection. Ctrl-C keeps what was recorded so far.",
        mixinStandardHelpOptions = true)
final class CollectCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Option(names = "--check", paramLabel = "ID", description = "Runs only what this check reads; may be repeated.")
    private List<String> checks = new ArrayList<>();

    @Option(names = "--format", description = "table, json or csv.")
    private Format format = Format.TABLE;

    CollectCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        List<CheckDefinition> asked = asked();
        List<CollectorId> only = checks.isEmpty()
                ? List.of()
                : asked.stream().map(CheckDefinition::reads).distinct().toList();
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            Cancellation cancellation = new Cancellation();
            CollectionSummary summary = open.collect(only, new TerminalProgress(context.terminal()), cancellation);
            CheckReport report = CheckReport.of(open.postureNow(), asked, summary);
            switch (format) {
                case JSON -> JsonOutput.print(context.terminal().out(), report.json());
                case TABLE -> report.printTable(context.terminal().out());
                case CSV -> report.printCsv(context.terminal().out());
            }
        }
        return ExitCode.DONE;
    }

    private List<CheckDefinition> asked() throws Refused {
        List<CheckDefinition> all = context.environment().knowledge().checks().checks();
        if (checks.isEmpty()) {
            return all;
        }
        List<CheckDefinition> asked = new ArrayList<>();
        for (String id : checks) {
            Optional<CheckDefinition> known =
                    all.stream().filter(check -> check.id().value().equals(id)).findFirst();
            asked.add(known.orElseThrow(() -> new Refused("no check " + id + "; there are "
                    + String.join(
                            " ", all.stream().map(check -> check.id().value()).toList()))));
        }
        return asked;
    }
}
