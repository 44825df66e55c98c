package org.cairn.app.fault;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.cairn.app.cli.CommandContext;
import org.cairn.app.cli.CommandLineRun;
import org.cairn.app.cli.Terminal;
import org.cairn.app.workspace.BusyWorkspace;
import org.cairn.app.workspace.FixedCollector;
import org.cairn.app.workspace.WorkspaceFixture;

/// Runs one command, in this process or as a program of its own that can be killed.
final class CommandProgram {
    private CommandProgram() {}

    /// @param err what was said to the person
    record Ended(int exit, String err) {}

    /// Arguments: the folder, the command.
    public static void main(String[] arguments) {
        System.exit(run(Path.of(arguments[0]), CommandUnderTest.valueOf(arguments[1]), System.out, System.err));
    }

    static Ended run(Path folder, CommandUnderTest command) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = run(
                folder,
                command,
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ended(exit, err.toString(StandardCharsets.UTF_8));
    }

    private static int run(Path folder, CommandUnderTest command, PrintStream out, PrintStream err) {
        Terminal terminal =
                new Terminal(out, err, Map.of("CAIRN_PASSPHRASE", WorkspaceFixture.PASSPHRASE), _ -> Optional.empty());
        WorkspaceFixture anna = BusyWorkspace.ofAnna(folder);
        anna.clock.moveBy(Duration.ofDays(1));
        CommandContext context =
                new CommandContext(terminal, anna.environment(new FixedCollector("test.one", "PermitRootLogin no\n")));
        return CommandLineRun.run(context, command.arguments(folder).toArray(String[]::new));
    }
}
