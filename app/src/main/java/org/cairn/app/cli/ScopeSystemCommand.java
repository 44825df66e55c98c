package org.cairn.app.cli;

import java.util.Optional;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.SystemId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "system",
        description = "The systems that the scope tells apart.",
        synopsisSubcommandLabel = "(add | rename | retire)",
        mixinStandardHelpOptions = true)
final class ScopeSystemCommand {
    private final CommandContext context;

    ScopeSystemCommand(CommandContext context) {
        this.context = context;
    }

    @Command(name = "add", description = "Defines a system.", mixinStandardHelpOptions = true)
    int add(
            @Mixin WorkspaceOptions workspace,
            @Parameters(paramLabel = "ID", description = "a-z, 0-9, dot, dash.") String id,
            @Option(names = "--name", required = true, paramLabel = "NAME", description = "What it is called.")
                    String name,
            @Option(names = "--valid-from", paramLabel = "T", description = "Since when; default: now.")
                    Optional<String> validFrom,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        SystemId system = ScopeIds.system(id);
        var from = When.optional(validFrom, context.environment().clock().instant());
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            print(format, open.scopes().define(system, name, from), "system " + id + " is defined");
        }
        return ExitCode.DONE;
    }

    @Command(name = "rename", description = "Gives a system another name.", mixinStandardHelpOptions = true)
    int rename(
            @Mixin WorkspaceOptions workspace,
            @Parameters(paramLabel = "ID", description = "As `scope show` shows it.") String id,
            @Option(names = "--name", required = true, paramLabel = "NAME", description = "What it is called now.")
                    String name,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        SystemId system = ScopeIds.system(id);
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            print(format, open.scopes().rename(system, name), "system " + id + " is renamed");
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "retire",
            description = "Ends a system: nothing applies because of it any more.",
            mixinStandardHelpOptions = true)
    int retire(
            @Mixin WorkspaceOptions workspace,
            @Parameters(paramLabel = "ID", description = "As `scope show` shows it.") String id,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.") String reason,
            @Option(names = "--valid-from", paramLabel = "T", description = "Since when; default: now.")
                    Optional<String> validFrom,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        SystemId system = ScopeIds.system(id);
        var from = When.optional(validFrom, context.environment().clock().instant());
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            print(format, open.scopes().retire(system, reason, from), "system " + id + " is retired");
        }
        return ExitCode.DONE;
    }

    private void print(Format format, long entry, String words) {
        RecordedLine.print(context.terminal().out(), format, entry, words);
    }
}
