package org.cairn.app.cli;

import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "list", description = "People and certificates.", mixinStandardHelpOptions = true)
final class KeysListCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions options = new WorkspaceOptions();

    @Option(names = "--format", description = "table or json.")
    private Format format = Format.TABLE;

    KeysListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        try (Workspace workspace = options.open(context, Access.READ)) {
            KeysListing listing = KeysListing.of(workspace.keyring());
            switch (format) {
                case JSON -> JsonOutput.print(context.terminal().out(), listing.json());
                case TABLE, CSV -> listing.printTo(context.terminal().out());
            }
        }
        return ExitCode.DONE;
    }
}
