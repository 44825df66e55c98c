package org.cairn.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.FollowUp;
import org.cairn.app.workspace.Workspace;
import org.cairn.frameworks.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "follow-up",
        description = "What auditors asked for: what is open, until when, and what became of it. Overdue first.",
        footer = "Exit code 1 while anything is open.",
        mixinStandardHelpOptions = true)
final class FollowUpCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Option(names = "--open", description = "Only what is open.")
    private boolean onlyOpen;

    @Option(names = "--language", paramLabel = "CODE", description = "en or de.")
    private Language language = Language.EN;

    @Option(names = "--format", description = "table, json or csv.")
    private Format format = Format.TABLE;

    FollowUpCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        try (Workspace open = workspace.open(context, Access.READ)) {
            List<FollowUp> all = open.followUps().all();
            FollowUpText text = new FollowUpText(
                    onlyOpen ? all.stream().filter(FollowUpCommand::isOpen).toList() : all,
                    open.followUps().today(),
                    language);
            switch (format) {
                case TABLE -> text.print(context.terminal().out());
                case JSON -> JsonOutput.print(context.terminal().out(), text.json());
                case CSV -> text.csv(context.terminal().out());
            }
            return all.stream().anyMatch(FollowUpCommand::isOpen) ? ExitCode.NO : ExitCode.DONE;
        }
    }

    private static boolean isOpen(FollowUp line) {
        return line.state() instanceof FollowUp.Open;
    }
}
