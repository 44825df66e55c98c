package org.cairn.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "policy",
        description = "Says whose cosignatures count, or prints the policy (C2SP tlog-policy).",
        mixinStandardHelpOptions = true)
final class WitnessPolicyCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Option(names = "--witness", paramLabel = "NAME", description = "One that counts; repeat for each.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--quorum", defaultValue = "0", paramLabel = "N", description = "How many of them are needed.")
    private int quorum;

    @Option(names = "--none", description = "From now on nobody is asked.")
    private boolean none;

    WitnessPolicyCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        boolean changes = none || !names.isEmpty();
        if (none && !names.isEmpty() || quorum > 0 && names.isEmpty()) {
            throw new Refused("name every witness that counts with --witness and how many are needed with --quorum, or"
                    + " give --none alone");
        }
        try (Workspace open = workspace.open(context, changes ? Access.WRITE : Access.READ)) {
            if (changes) {
                open.witnesses().setPolicy(names, quorum);
            }
            context.terminal()
                    .out()
                    .print(open.witnesses().status().policy().encode().asUtf8());
        }
        return ExitCode.DONE;
    }
}
