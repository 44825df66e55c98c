package org.cairn.app.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.ledger.key.KeyException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Runs one command line.
public final class CommandLineRun {
    private CommandLineRun() {}

    /// @return the process's exit code
    public static int run(CommandContext given, String... arguments) {
        Aftermath aftermath = new Aftermath();
        CommandContext context =
                new CommandContext(given.terminal(), given.environment().withSittings(aftermath::add));
        CommandLine commands = commands(context, aftermath, arguments);
        int exit = commands.execute(arguments);
        commands.getOut().flush();
        commands.getErr().flush();
        return answered(context.terminal(), exit, aftermath);
    }

    /// What was not answered was not done: a script that reads nothing, or half of it, has to know. A no stays a no.
    private static int answered(Terminal terminal, int exit, Aftermath aftermath) {
        if (!terminal.out().checkError() || exit != ExitCode.DONE) {
            return exit;
        }
        terminal.say("cairn: the answer could not be written, or not all of it (standard output is closed, or its disk"
                + " is full)");
        return standing(terminal, ExitCode.REFUSED, aftermath);
    }

    /// Says what is recorded all the same.
    private static int standing(Terminal terminal, int exit, Aftermath aftermath) {
        List<String> words = aftermath.words();
        words.forEach(line -> terminal.say("cairn: " + Table.printable(line)));
        return words.isEmpty() ? exit : ExitCode.FAULT;
    }

    private static CommandLine commands(CommandContext context, Aftermath aftermath, String... arguments) {
        Terminal terminal = context.terminal();
        CommandLine commands = new CommandLine(new CairnCommand(), new Factory(context));
        new CommandTree(context).add(commands, arguments);
        return commands.setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((refused, _) -> refused(terminal, refused))
                .setExecutionExceptionHandler((failure, _, _) -> failed(terminal, failure, aftermath));
    }

    private static int refused(Terminal terminal, ParameterException refused) {
        terminal.say("cairn: " + Table.printable(String.valueOf(refused.getMessage())));
        CommandLine command = refused.getCommandLine();
        UnmatchedArgumentException.printSuggestions(refused, command.getErr());
        terminal.say("Try `" + command.getCommandSpec().qualifiedName() + " --help`");
        return ExitCode.REFUSED;
    }

    private static int failed(Terminal terminal, Exception failure, Aftermath aftermath) {
        int exit = switch (failure) {
            case WorkspaceException e when e.kind() == Kind.FORKED -> inWords(terminal, e, ExitCode.NO);
            case WorkspaceException e -> inWords(terminal, e, ExitCode.REFUSED);
            case Refused e -> inWords(terminal, e, ExitCode.REFUSED);
            case KeyException e -> inWords(terminal, e, ExitCode.REFUSED);
            case Unfinished e -> inWords(terminal, e, ExitCode.FAULT);
            case InterruptedException _ -> {
                Thread.currentThread().interrupt();
                terminal.say("cairn: interrupted; what was recorded stays recorded");
                yield ExitCode.REFUSED;
            }
            default -> fault(terminal, failure);
        };
        return exit == ExitCode.NO ? exit : standing(terminal, exit, aftermath);
    }

    private static int inWords(Terminal terminal, Exception failure, int exit) {
        terminal.say("cairn: " + Table.printable(String.valueOf(failure.getMessage())));
        return exit;
    }

    /// Also what the top of the process does with anything that nobody expected.
    public static int fault(Terminal terminal, Throwable fault) {
        terminal.say("cairn: a fault of Cairn, code " + FaultCode.of(fault) + " ("
                + fault.getClass().getSimpleName()
                + "). Nothing already recorded is lost. CAIRN_TRACE=1 shows where it happened.");
        if (terminal.variable("CAIRN_TRACE").isPresent()) {
            FaultCode.lines(fault).forEach(terminal::say);
        }
        return ExitCode.FAULT;
    }

    /// Everything is built by hand; only what the library needs for itself is made by it.
    private record Factory(CommandContext context) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type == VersionText.class
                    ? type.cast(new VersionText(context.environment().productVersion()))
                    : CommandLine.defaultFactory().create(type);
        }
    }
}
