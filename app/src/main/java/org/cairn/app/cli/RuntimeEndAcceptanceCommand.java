package org.cairn.app.cli;

import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.event.AcceptanceId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "end-acceptance",
        description = "Ends the acceptance of a deviation before its day.",
        mixinStandardHelpOptions = true)
final class RuntimeEndAcceptanceCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(paramLabel = "ACCEPTANCE", description = "As `cairn runtime accepted` shows it.")
    private String acceptance = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    @Option(names = "--format", defaultValue = "table", description = "table or json.")
    private Format format = Format.TABLE;

    RuntimeEndAcceptanceCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        AcceptanceId id = id();
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            RecordedLine.print(
                    context.terminal().out(),
                    format,
                    open.deviationAcceptances().end(id, reason),
                    "acceptance " + id + " is ended");
        }
        return ExitCode.DONE;
    }

    private AcceptanceId id() throws Refused {
        try {
            return new AcceptanceId(acceptance);
        } catch (IllegalArgumentException _) {
            throw new Refused("'" + acceptance
                    + "' is no acceptance: 16 hexadecimal digits, as `cairn runtime accepted` shows them");
        }
    }
}
