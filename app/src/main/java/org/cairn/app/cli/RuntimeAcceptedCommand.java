package org.cairn.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.AcceptedDeviation;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.AsOf;
import org.cairn.app.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "accepted",
        description = "Every acceptance of a deviation, oldest first.",
        mixinStandardHelpOptions = true)
final class RuntimeAcceptedCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Mixin
    private AsOfOptions times = new AsOfOptions();

    @Option(names = "--format", defaultValue = "table", description = "table or json.")
    private Format format = Format.TABLE;

    RuntimeAcceptedCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        AsOf asOf = times.asOf(context.environment().clock().instant());
        try (Workspace open = workspace.open(context, Access.READ)) {
            List<AcceptedDeviation> lines = open.at(asOf).acceptedDeviations();
            if (format == Format.JSON) {
                JsonOutput.print(context.terminal().out(), AcceptedListing.json(lines));
            } else {
                AcceptedListing.table(lines).printTo(context.terminal().out());
            }
        }
        return ExitCode.DONE;
    }
}
