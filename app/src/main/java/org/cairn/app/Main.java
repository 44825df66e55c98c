package org.cairn.app;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.cairn.app.cli.CommandContext;
import org.cairn.app.cli.CommandLineRun;
import org.cairn.app.cli.Terminal;
import org.cairn.app.ui.CairnWindow;
import org.cairn.app.workspace.CheckpointMemory;
import org.cairn.app.workspace.Knowledge;
import org.cairn.app.workspace.WorkspaceEnvironment;
import org.cairn.collectors.Collectors;
import org.cairn.collectors.host.HostReader;

/// Wires everything by hand, and starts a command or the window.
public final class Main {
    private static final String VERSION = "0.1.0";
    private static final int REFUSED = 2;

    private Main() {}

    public static void main(String[] arguments) {
        Terminal terminal = terminal();
        WorkspaceEnvironment environment = new WorkspaceEnvironment(
                        Clock.systemUTC(),
                        new SecureRandom(),
                        HostReader.ofThisMachine(),
                        Collectors.all(),
                        Knowledge.builtIn(),
                        VERSION)
                .withMemory(new CheckpointMemory(seenCheckpoints()));
        int exit = arguments.length == 0
                ? window(terminal, environment)
                : CommandLineRun.run(new CommandContext(terminal, environment), arguments);
        System.exit(exit);
    }

    private static int window(Terminal terminal, WorkspaceEnvironment environment) {
        try {
            CairnWindow.launch(environment, ZoneId.systemDefault(), settings(), Optional.empty());
            return 0;
        } catch (UnsupportedOperationException e) {
            terminal.err()
                    .println("cairn: the window needs a display (" + e.getMessage()
                            + "); every use case is also a command: cairn --help");
            return REFUSED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return REFUSED;
        }
    }

    /// Where the window remembers what it needs to: XDG Base Directory Specification 0.8.
    private static Path settings() {
        return Optional.ofNullable(System.getenv("XDG_CONFIG_HOME"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".config"))
                .resolve("cairn");
    }

    /// What outlives every workspace: XDG Base Directory Specification 0.8.
    private static Path seenCheckpoints() {
        return Optional.ofNullable(System.getenv("XDG_STATE_HOME"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".local", "state"))
                .resolve("cairn")
                .resolve("checkpoints");
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
