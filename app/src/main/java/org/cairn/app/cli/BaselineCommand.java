package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Proposal;
import org.cairn.app.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "baseline",
        description = "What a system may do, as two people agreed upon it.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class BaselineCommand {
    private final CommandContext context;

    BaselineCommand(CommandContext context) {
        this.context = context;
    }

    @Command(
            name = "propose",
            description = "Proposes a policy as a system's baseline; another person runs `cairn approve`.",
            mixinStandardHelpOptions = true)
    int propose(
            @Mixin WorkspaceOptions workspace,
            @Parameters(paramLabel = "FILE", description = "The policy: a text in UTF-8 of at most 64 KiB.")
                    Path policy,
            @Option(names = "--system", required = true, paramLabel = "NAME", description = "a-z, 0-9, dot, dash.")
                    String system,
            @Option(names = "--out", paramLabel = "FILE", description = "Copies the proposal to FILE, to be carried.")
                    Optional<Path> out,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            Proposal proposal = open.baselines().propose(system, policy);
            if (out.isPresent()) {
                open.proposals().export(proposal, out.get());
            }
            RecordedLine.print(context.terminal().out(), format, proposal);
        }
        return ExitCode.DONE;
    }
}
