package org.cairn.app.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.AsOf;
import org.cairn.app.workspace.Cancellation;
import org.cairn.app.workspace.CollectionRequest;
import org.cairn.app.workspace.CollectionSummary;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.check.CheckCatalogue;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.collectors.host.HostReader;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.Platform;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "collect",
        description = "Reads this machine, records what it sees as evidence, and says what the checks make of it.",
        footer = "Never changes the machine and opens no connection. Ctrl-C keeps what was recorded so far.",
        mixinStandardHelpOptions = true)
final class CollectCommand implements Callable<Integer> {
    private static final Pattern AGE = Pattern.compile("(\\d{1,6})([mhd])");

    private final CommandContext context;

    @ArgGroup(exclusive = false, multiplicity = "0..1")
    private @Nullable WorkspaceOptions workspace;

    @Mixin
    private HostOptions host = new HostOptions();

    @Mixin
    private AwayCollection away = new AwayCollection();

    @Mixin
    private TimerInstallation timer = new TimerInstallation();

    @Option(names = "--advice", description = "Collects nothing: says what root would add, with the exact commands.")
    private boolean advice;

    @Option(names = "--check", paramLabel = "ID", description = "Runs only what this check reads; may be repeated.")
    private List<String> checks = new ArrayList<>();

    @Option(names = "--format", description = "table, json or csv.")
    private Format format = Format.TABLE;

    @Option(
            names = "--if-older-than",
            paramLabel = "AGE",
            description = "Leaves out what was seen of this host within that time: 45m, 24h, 7d.")
    private Optional<String> ifOlderThan = Optional.empty();

    CollectCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        if (advice) {
            HostReader here = context.environment().host();
            new AdviceListing(
                            here.identity(),
                            context.environment().collectors().stream()
                                    .filter(collector -> collector.platform() == here.platform())
                                    .toList())
                    .printTo(context.terminal().out(), format);
            return ExitCode.DONE;
        }
        timer.requireAsked();
        if (timer.isAsked()) {
            return installTimer();
        }
        HostReader reader = host.reader(context.environment());
        List<CheckDefinition> asked = asked(reader.platform());
        List<CollectorId> only = checks.isEmpty()
                ? List.of()
                : asked.stream().map(CheckDefinition::reads).distinct().toList();
        if (away.isAsked()) {
            if (workspace != null) {
                throw new Refused("--out collects without a workspace; leave out -w, or --out. Nothing was collected");
            }
            return away.run(context, reader, only, format);
        }
        if (workspace == null) {
            throw new Refused("Missing required option: '--workspace=DIR'. Without a workspace, collect into a file:"
                    + " --out RUN --collector-key FILE");
        }
        Optional<Duration> limit = ifOlderThan.isPresent() ? Optional.of(age(ifOlderThan.get())) : Optional.empty();
        CollectionRequest request = new CollectionRequest(reader, only, limit);
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            CollectionSummary summary =
                    open.collect(request, new TerminalProgress(context.terminal()), new Cancellation());
            CheckReport report = CheckReport.of(open.hosts().at(AsOf.now()), asked, summary);
            switch (format) {
                case JSON -> JsonOutput.print(context.terminal().out(), report.json());
                case TABLE -> report.printTable(context.terminal().out());
                case CSV -> report.printCsv(context.terminal().out());
            }
        }
        return ExitCode.DONE;
    }

    private int installTimer() throws Refused {
        if (away.isAsked()) {
            return timer.run(context.terminal(), away.key(), away.out(), format);
        }
        if (workspace == null) {
            throw new Refused("say where the timer collects to: -w DIR --passphrase-file FILE, or --collector-key FILE"
                    + " --out FOLDER; nothing was written");
        }
        return timer.run(context.terminal(), workspace, format);
    }

    private static Duration age(String text) throws Refused {
        Matcher age = AGE.matcher(text);
        if (!age.matches()) {
            throw new Refused("'" + text + "' is no age: write 45m, 24h or 7d; nothing was collected");
        }
        long number = Long.parseLong(age.group(1));
        return switch (age.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /// Those named; else what this product's collectors can show, and not what waits for a report of another tool.
    private List<CheckDefinition> asked(Platform platform) throws Refused {
        CheckCatalogue catalogue = context.environment().knowledge().checks();
        if (checks.isEmpty()) {
            return catalogue.askedOf(platform);
        }
        List<CheckDefinition> all = catalogue.checks();
        List<CheckDefinition> asked = new ArrayList<>();
        for (String id : checks) {
            Optional<CheckDefinition> known =
                    all.stream().filter(check -> check.id().value().equals(id)).findFirst();
            asked.add(known.orElseThrow(() -> new Refused("no check " + id + "; there are "
                    + String.join(
                            " ", all.stream().map(check -> check.id().value()).toList()))));
        }
        return asked;
    }
}
