package org.cairn.app;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.cairn.app.cli.CommandContext;
import org.cairn.app.cli.CommandLineRun;
import org.cairn.app.cli.Terminal;
import org.cairn.app.workspace.Knowledge;
import org.cairn.app.workspace.WorkspaceEnvironment;
import org.cairn.collectors.Collectors;
import org.cairn.collectors.host.HostReader;

/// Wires everything by hand, and starts a command or the window.
public final class Main {
    private static final String VERSION = "0.1.0";

    private Main() {}

    public static void main(String[] arguments) {
        Terminal terminal = terminal();
        WorkspaceEnvironment environment = new WorkspaceEnvironment(
                Clock.systemUTC(),
                new SecureRandom(),
                HostReader.ofThisMachine(),
                Collectors.all(),
                Knowledge.builtIn(),
                VERSION);
        int exit = CommandLineRun.run(new CommandContext(terminal, environment), arguments);
        System.exit(exit);
    }

    private static Terminal terminal() {
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                System.getenv(),
                question -> Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .flatMap(console -> Optional.ofNullable(console.readPassword(question))));
    }
}
