package org.cairn.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.RuntimeCheck;
import org.cairn.app.workspace.Workspace;
import org.cairn.causality.query.Window;
import org.cairn.causality.record.RuntimeRecord;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        description = "Holds a record against the approved baseline and records the answer as evidence, with all gaps.",
        mixinStandardHelpOptions = true)
final class RuntimeCheckCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private WorkspaceOptions workspace = new WorkspaceOptions();

    @Mixin
    private RuntimeOptions options = new RuntimeOptions();

    @Mixin
    private RuntimeWindow times = new RuntimeWindow();

    @Option(names = "--system", required = true, paramLabel = "NAME", description = "Whose baseline.")
    private String system = "";

    @Option(
            names = "--entry",
            paramLabel = "N",
            description = "That version of the baseline. Default: the one in force at the window's end.")
    private Optional<Long> entry = Optional.empty();

    @Option(
            names = "--digests",
            paramLabel = "FILE",
            description = "What files held, as sha256sum prints it: a record tells paths alone.")
    private Optional<Path> digests = Optional.empty();

    RuntimeCheckCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        RuntimeRecord record = options.read();
        Instant now = context.environment().clock().instant();
        Window window = times.window(now);
        if (window.from().isEmpty() || window.until().isEmpty()) {
            throw new Refused("a check is of a window: give --from and --until");
        }
        Map<String, Digest> sums = digests.isPresent() ? RuntimeDigests.read(digests.get()) : Map.of();
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            RuntimeCheck check = open.runtimeChecking().check(record, window, system, entry, sums);
            return print(record, window, check);
        }
    }

    private int print(RuntimeRecord record, Window window, RuntimeCheck check) throws Refused {
        RuntimePolicySource policy = new RuntimePolicySource(check.policy(), check.accepted());
        RuntimeDeviationsListing listing =
                new RuntimeDeviationsListing(record, window, policy, check.scrutiny(), check.sight(), Optional.empty());
        if (options.format() == Format.JSON) {
            JsonOutput.print(
                    context.terminal().out(),
                    Json.object()
                            .with("entry", check.evidence().entry())
                            .with("evidence", check.evidence().id().toString())
                            .with("earlier", check.earlier())
                            .with("answer", listing.json(options))
                            .build());
        } else {
            listing.printTo(context.terminal().out());
            if (check.earlier() > 0) {
                context.terminal().out().println(check.earlier() + " deviations of earlier checks stay");
            }
            context.terminal()
                    .out()
                    .println("entry " + check.evidence().entry() + ": recorded as evidence "
                            + check.evidence().id().shortForm());
        }
        return listing.isClean() && check.earlier() == 0 ? ExitCode.DONE : ExitCode.NO;
    }
}
