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
        name = "withdraw-answer",
        description = "Takes the newest answer to a control or requirement back: it is not answered any more.",
        mixinStandardHelpOptions = true)
final class WithdrawAnswerCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(paramLabel = "CONTROL", description = "A control like NET-4, or a requirement.")
    private String subject = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, in a sentence.")
    private String reason = "";

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    WithdrawAnswerCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        Subject about = Ids.subject(subject);
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            RecordedLine.print(
                    context.terminal().out(),
                    format,
                    open.reviews().withdraw(about, reason),
                    about.text() + " is not answered any more");
        }
        return ExitCode.DONE;
    }
}
