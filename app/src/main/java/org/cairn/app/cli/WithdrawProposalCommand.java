package org.cairn.app.cli;

import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Proposal;
import org.cairn.app.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "withdraw-proposal",
        description = "Forgets a proposal that waits. It never was an entry, so nothing is recorded.",
        mixinStandardHelpOptions = true)
final class WithdrawProposalCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(paramLabel = "ID", description = "The first digits of its id, as `cairn proposals` shows it.")
    private String chosen = "";

    WithdrawProposalCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        try (Workspace open = workspace.open(context, Access.READ)) {
            Proposal proposal = open.proposals().find(chosen);
            open.proposals().withdraw(proposal);
            context.terminal().say("Withdrawn: " + Table.printable(proposal.summary()));
        }
        return ExitCode.DONE;
    }
}
