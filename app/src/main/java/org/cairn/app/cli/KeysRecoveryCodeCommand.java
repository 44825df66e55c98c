package org.cairn.app.cli;

import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "recovery-code",
        description = {
            "Makes a new recovery code; you have to be administrator.",
            "Once the command is done, the old one opens nothing and brings nobody back."
        },
        mixinStandardHelpOptions = true)
final class KeysRecoveryCodeCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions options = new WorkspaceOptions();

    KeysRecoveryCodeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        try (Workspace workspace = options.open(context, Access.WRITE)) {
            long entry = workspace.recovering().renew(this::show);
            context.terminal()
                    .say("In force by entry " + entry + ". It opens what is recorded, adds people, and once brings back"
                            + " an administrator who lost their keys. Print it and lock it away.");
        }
        return ExitCode.DONE;
    }

    /// Before it counts, so that a power cut loses no code.
    private void show(String code) throws WorkspaceException {
        context.terminal().out().println(code);
        context.terminal().requireShown(context.terminal().out(), "the new recovery code");
    }
}
