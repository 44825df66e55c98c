package org.cairn.app.cli;

import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "answer",
        description = "Says that an auditor's remark is answered, and by which entry. The auditor's next review says"
                + " whether it is.",
        mixinStandardHelpOptions = true)
final class AuditAnswerCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(paramLabel = "REMARK", description = "The entry of the remark, as `cairn follow-up` shows it.")
    private long remark;

    @Option(
            names = "--with",
            required = true,
            paramLabel = "ENTRY",
            description = "The entry that answers it: an answer, evidence, a link, recorded since the pack.")
    private long with;

    @Option(names = "--note", required = true, paramLabel = "TEXT", description = "What was done.")
    private String note = "";

    AuditAnswerCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            long entry = open.followUps().answer(remark, with, note);
            context.terminal()
                    .out()
                    .println("entry " + entry + ": the remark of entry " + remark + " is answered by entry " + with);
        }
        return ExitCode.DONE;
    }
}
