package org.cairn.app.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonFlag;
import picocli.CommandLine.Option;

/// Collecting regularly, by systemd. Shows what it would write; writes only where that was asked for, and starts
/// nothing.
final class TimerInstallation {
    @Option(
            names = "--install-timer",
            description = "Shows a systemd service and timer that collect regularly, and where they would be written.")
    private boolean asked;

    @Option(names = "--write", description = "With --install-timer: writes them. Enabling them is left to you.")
    private boolean write;

    @Option(names = "--system", description = "With --install-timer: for the system, as root; default: for you.")
    private boolean system;

    @Option(
            names = "--on-calendar",
            defaultValue = "daily",
            paramLabel = "EVENT",
            description = "With --install-timer: when, as systemd.time(7) writes it. Default: ${DEFAULT-VALUE}.")
    private String calendar = "daily";

    @Option(
            names = "--program",
            paramLabel = "FILE",
            description = "With --install-timer: the cairn to run. Default: the first one in PATH.")
    private Optional<Path> program = Optional.empty();

    @Option(
            names = "--unit-folder",
            paramLabel = "DIR",
            description = "With --install-timer: where the units go. Default: where systemd looks.")
    private Optional<Path> folder = Optional.empty();

    boolean isAsked() {
        return asked;
    }

    /// Refuses what says more of a timer that nobody asked for.
    void requireAsked() throws Refused {
        if (!asked && (write || system || program.isPresent() || folder.isPresent())) {
            throw new Refused(
                    "--write, --system, --program and --unit-folder go with --install-timer; nothing was done");
        }
    }

    /// With a workspace.
    int run(Terminal terminal, WorkspaceOptions workspace, Format format) throws Refused {
        Path passphrase = workspace
                .passphraseFile()
                .orElseThrow(() -> new Refused("a timer has nobody to ask: name a file that you alone can read with"
                        + " --passphrase-file. The unit holds its path, never the passphrase; nothing was written"));
        if (!Files.isReadable(passphrase)) {
            throw new Refused(passphrase + ": cannot be read; nothing was written");
        }
        return install(
                terminal,
                TimerUnits.intoWorkspace(program(terminal), workspace.folder(), passphrase, calendar),
                format);
    }

    /// Without one: a file of every run.
    int run(Terminal terminal, Path key, Path runs, Format format) throws Refused {
        if (!Files.isDirectory(runs)) {
            throw new Refused(
                    runs + ": is no folder. A timer writes a file of every run: name a folder with --out; nothing"
                            + " was written");
        }
        return install(terminal, TimerUnits.intoFolder(program(terminal), key, runs, calendar), format);
    }

    private int install(Terminal terminal, TimerUnits units, Format format) throws Refused {
        Path into = folder.orElseGet(() -> unitFolder(terminal));
        Path service = into.resolve(TimerUnits.NAME + ".service");
        Path timer = into.resolve(TimerUnits.NAME + ".timer");
        if (write) {
            write(service, units.service());
            write(timer, units.timer());
        }
        String then = "systemctl " + (system ? "" : "--user ") + "daemon-reload && systemctl "
                + (system ? "" : "--user ") + "enable --now " + TimerUnits.NAME + ".timer";
        switch (format) {
            case JSON ->
                JsonOutput.print(
                        terminal.out(),
                        Json.object()
                                .with("written", new JsonFlag(write))
                                .with("service", JsonOutput.text(service.toString()))
                                .with("serviceText", JsonOutput.text(units.service()))
                                .with("timer", JsonOutput.text(timer.toString()))
                                .with("timerText", JsonOutput.text(units.timer()))
                                .with("then", then)
                                .build());
            case TABLE, CSV -> {
                String word = write ? "written: " : "would be written: ";
                terminal.out().println(word + service + "\n\n" + units.service());
                terminal.out().println(word + timer + "\n\n" + units.timer());
                terminal.out().println((write ? "then: " : "with --write, and then: ") + then);
            }
        }
        return ExitCode.DONE;
    }

    /// systemd.unit(5): the unit load path.
    private Path unitFolder(Terminal terminal) {
        return system
                ? Path.of("/etc/systemd/system")
                : terminal.variable("XDG_CONFIG_HOME")
                        .filter(home -> !home.isBlank())
                        .map(Path::of)
                        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".config"))
                        .resolve("systemd/user");
    }

    private Path program(Terminal terminal) throws Refused {
        Optional<Path> found = program.isPresent()
                ? program
                : Arrays.stream(terminal.variable("PATH").orElse("").split(File.pathSeparator, -1))
                        .filter(each -> !each.isBlank())
                        .map(each -> Path.of(each, "cairn"))
                        .filter(Files::isExecutable)
                        .findFirst();
        return found.filter(Files::isExecutable)
                .orElseThrow(() -> new Refused(program.map(named -> named + ": cannot be run")
                                .orElse("no cairn in PATH: name it with --program")
                        + "; nothing was written"));
    }

    private static void write(Path file, String text) throws Refused {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException _) {
            throw new Refused(file + ": exists, and is not replaced. Remove it, or choose another --unit-folder");
        } catch (IOException e) {
            throw new Refused(file + ": cannot be written (" + e + ")");
        }
    }
}
