package org.cairn.app.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.cairn.causality.policy.Learned;
import org.cairn.causality.policy.Place;
import org.cairn.causality.policy.PolicyText;
import org.cairn.causality.policy.RuntimePolicy.Membership;
import org.cairn.causality.query.Window;
import org.cairn.causality.record.RuntimeRecord;
import org.cairn.proof.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "learn",
        description = "Writes what a system did in a reference period as a policy, to be read, narrowed and approved.",
        mixinStandardHelpOptions = true)
final class RuntimeLearnCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private RuntimeOptions options = new RuntimeOptions();

    @Mixin
    private RuntimeWindow times = new RuntimeWindow();

    @Option(names = "--system", required = true, paramLabel = "NAME", description = "a-z, 0-9, dot, dash.")
    private String system = "";

    @Option(names = "--user", paramLabel = "ID", description = "Processes of this user are the system's; repeatable.")
    private List<String> users = new ArrayList<>();

    @Option(
            names = "--program",
            paramLabel = "PATH",
            description =
                    "Processes that run this program or script are the system's; repeatable. Default: those of every"
                            + " user in the record but 0.")
    private List<String> programs = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file.")
    private Path out = Path.of("");

    RuntimeLearnCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Refused {
        RuntimeRecord record = options.read();
        Window window = times.window(context.environment().clock().instant());
        Learned learned = learned(record, window);
        String text = PolicyText.of(learned.policy(), learned.notes());
        try {
            Files.writeString(out, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException _) {
            throw new Refused(out + ": exists; choose another name");
        } catch (IOException e) {
            throw new Refused(out + ": cannot be written to its end (" + e + "); remove what is there");
        }
        print(learned, record, window);
        return ExitCode.DONE;
    }

    private Learned learned(RuntimeRecord record, Window window) throws Refused {
        try {
            if (users.isEmpty() && programs.isEmpty()) {
                return Learned.from(record.graph(), window, system);
            }
            Membership processes = new Membership(
                    false,
                    new HashSet<>(users),
                    programs.stream().map(Place::new).toList(),
                    List.of());
            return Learned.from(record.graph(), window, system, processes);
        } catch (IllegalArgumentException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
    }

    private void print(Learned learned, RuntimeRecord record, Window window) {
        if (options.format() == Format.JSON) {
            JsonOutput.print(
                    context.terminal().out(),
                    Json.object()
                            .with("file", out.toString())
                            .with("system", system)
                            .with("notes", JsonOutput.texts(learned.notes()))
                            .with("coverage", new RuntimeCoverage(record, window).json())
                            .build());
            return;
        }
        learned.notes().forEach(note -> context.terminal().out().println(Table.printable(note)));
        context.terminal().out().println(out + ": read it, then `cairn baseline propose`");
    }
}
