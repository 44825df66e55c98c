package org.cairn.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Proposal;
import org.cairn.app.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "approve",
        description = {
            "Signs a proposal as the second person and records it.",
            "A file that came back with the second signature is recorded as it is."
        },
        mixinStandardHelpOptions = true)
final class ApproveCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(paramLabel = "ID|FILE", description = "The first digits of its id, as `cairn proposals` shows it.")
    private String chosen = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Signs and writes to FILE, to be carried back; records nothing here.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    ApproveCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        try (Workspace open = workspace.open(context, out.isPresent() ? Access.READ : Access.WRITE)) {
            Proposal proposal = open.proposals().find(chosen);
            proposal.blindness().ifPresent(words -> context.terminal().say(words + "."));
            if (out.isPresent()) {
                open.proposals().sign(proposal, out.get());
                context.terminal().say("Signed in " + out.get() + ": " + Table.printable(proposal.summary()));
            } else {
                long entry = open.proposals().approve(proposal);
                RecordedLine.print(context.terminal().out(), format, entry, Table.printable(proposal.summary()));
            }
        }
        return ExitCode.DONE;
    }
}
