package org.cairn.app.cli;

import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.Subject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "submit",
        description = "Says that the newest answer to a control or requirement is ready for review.",
        mixinStandardHelpOptions = true)
final class SubmitCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(paramLabel = "CONTROL", description = "A control like NET-4, or a requirement.")
    private String subject = "";

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    SubmitCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        Subject about = Ids.subject(subject);
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            long entry = open.reviews().submit(about);
            RecordedLine.print(context.terminal().out(), format, entry, about.text() + " is submitted for review");
        }
        return ExitCode.DONE;
    }
}
