package org.cairn.app.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.recorder.ProcRecorder;
import org.cairn.collectors.recorder.ProcRecorder.Recorded;
import org.cairn.collectors.recorder.ProcRecorder.Settings;
import org.cairn.collectors.recorder.RecorderException;
import org.cairn.evidence.Platform;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonFlag;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "record",
        description =
                "Looks at the running processes of this host again and again, and writes what it sees: programs, open"
                        + " files, sockets. Needs no root; sees less without it, and says so.",
        footer = {
            "",
            "Ctrl+C ends it in good order. What begins and ends between two looks is not seen: the record says so.",
            "`cairn runtime import` reads the file like any other log."
        },
        mixinStandardHelpOptions = true)
final class RuntimeRecordCommand implements Callable<Integer> {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);
    private static final long SECONDS_TO_END = 5;

    private final CommandContext context;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file, readable by you alone.")
    private Path out = Path.of("");

    @Option(names = "--for", paramLabel = "DURATION", description = "Such as 90s, 10m, 2h; default: until Ctrl+C.")
    private Optional<String> limit = Optional.empty();

    @Option(names = "--every", paramLabel = "DURATION", defaultValue = "500ms", description = "Default: 500ms.")
    private String every = "500ms";

    @Option(names = "--pid", paramLabel = "N", description = "This process and all that descend from it; default: all.")
    private List<Long> pids = List.of();

    @Option(names = "--format", defaultValue = "table", description = "table or json.")
    private Format format = Format.TABLE;

    RuntimeRecordCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Refused, InterruptedException {
        HostReader host = context.environment().host();
        if (host.platform() != Platform.LINUX) {
            throw new Refused("processes can be recorded on Linux alone, where /proc is mounted");
        }
        Optional<Duration> span = limit.isPresent() ? Optional.of(duration("--for", limit.get())) : Optional.empty();
        Settings settings = new Settings(duration("--every", every), span, new HashSet<>(pids));
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread ending = new Thread(() -> end(asked, done), "end of the recording");
        Runtime.getRuntime().addShutdownHook(ending);
        try (OutputStream file = create()) {
            context.terminal().say("cairn: recording to " + out + "; Ctrl+C ends it");
            print(ProcRecorder.record(
                    host,
                    context.environment().clock(),
                    settings,
                    file,
                    time -> asked.await(time.toMillis(), TimeUnit.MILLISECONDS)));
        } catch (IOException | RecorderException e) {
            throw new Refused(out + ": " + e.getMessage());
        } finally {
            done.countDown();
            forget(ending);
        }
        return ExitCode.DONE;
    }

    /// Runs when the program is told to end: the look that is under way is finished and the file closed.
    private static void end(CountDownLatch asked, CountDownLatch done) {
        asked.countDown();
        try {
            boolean inTime = done.await(SECONDS_TO_END, TimeUnit.SECONDS);
            System.getLogger(RuntimeRecordCommand.class.getName())
                    .log(System.Logger.Level.DEBUG, "ended in time: {0}", inTime);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread ending) {
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException _) {
            ending.interrupt(); // the program is ending already, and waits for the hook
        }
    }

    private OutputStream create() throws IOException, Refused {
        try {
            Files.createFile(out, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException _) {
            throw new Refused(out + ": exists; choose another name");
        }
        return new BufferedOutputStream(Files.newOutputStream(out, StandardOpenOption.APPEND));
    }

    private static Duration duration(String option, String text) throws Refused {
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches() || Long.parseLong(parts.group(1)) == 0) {
            throw new Refused(
                    option + " takes a number and a unit, such as 500ms, 90s, 10m, 2h or 1d, not '" + text + "'");
        }
        ChronoUnit unit = Optional.ofNullable(UNITS.get(parts.group(2))).orElseThrow();
        return Duration.of(Long.parseLong(parts.group(1)), unit);
    }

    private void print(Recorded recorded) {
        if (format == Format.JSON) {
            JsonOutput.print(
                    context.terminal().out(),
                    Json.object()
                            .with("file", out.toString())
                            .with("looks", recorded.looks())
                            .with("lines", recorded.lines())
                            .with("mostProcesses", recorded.most())
                            .with("deniedFiles", recorded.deniedFiles())
                            .with("deniedPrograms", recorded.deniedPrograms())
                            .with("hidden", new JsonFlag(recorded.hidden()))
                            .build());
            return;
        }
        context.terminal()
                .out()
                .println(out + ": " + recorded.looks() + " looks, at most " + recorded.most() + " processes at once");
        if (recorded.deniedFiles() + recorded.deniedPrograms() > 0) {
            context.terminal()
                    .out()
                    .println("Not shown: what " + recorded.deniedFiles() + " processes hold, and the program of "
                            + recorded.deniedPrograms() + "; they belong to other users, and root sees them");
        }
        if (recorded.hidden()) {
            context.terminal().out().println("Processes of other users are hidden (hidepid), and were not seen at all");
        }
    }
}
