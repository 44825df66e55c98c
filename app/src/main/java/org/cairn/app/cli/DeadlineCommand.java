package org.cairn.app.cli;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.DeadlineLine;
import org.cairn.app.workspace.DeadlineRequest;
import org.cairn.app.workspace.StartedDeadline;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.calendar.DeadlineStanding;
import org.cairn.checklist.deadline.DeadlineRule;
import org.cairn.checklist.deadline.DeadlineStart;
import org.cairn.checklist.deadline.StartEvent;
import org.cairn.proof.Json.JsonArray;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "deadline",
        description = "Clocks: by when something is due, by which rule, and how that was computed.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class DeadlineCommand {
    private final CommandContext context;

    DeadlineCommand(CommandContext context) {
        this.context = context;
    }

    @Command(name = "rules", description = "Every rule that this version carries.", mixinStandardHelpOptions = true)
    int rules(
            @Option(names = "--framework", paramLabel = "ID", description = "Only of one framework.")
                    Optional<String> framework,
            @Option(names = "--format", defaultValue = "table", description = "table, json or csv.") Format format) {
        List<DeadlineRule> rules = context.environment().knowledge().library().deadlines().rules().stream()
                .filter(rule -> framework.isEmpty() || rule.framework().value().equals(framework.get()))
                .toList();
        DeadlineTables.rules(context.terminal().out(), format, rules);
        return ExitCode.DONE;
    }

    @Command(name = "start", description = "Starts a clock by a rule.", mixinStandardHelpOptions = true)
    int start(
            @Mixin WorkspaceOptions workspace,
            @Parameters(paramLabel = "RULE", description = "As `cairn deadline rules` shows it.") String rule,
            @Option(
                            names = "--at",
                            required = true,
                            paramLabel = "EVENT=TIME",
                            description = "What happened when, like aware=2026-11-20T08:15. Repeatable.")
                    List<String> starts,
            @Option(
                            names = "--zone",
                            required = true,
                            paramLabel = "ZONE",
                            description = "Time zone of the organisation that is bound, like Europe/Berlin.")
                    String zone,
            @Option(
                            names = "--matter",
                            required = true,
                            paramLabel = "TEXT",
                            description = "What it is about; stored encrypted.")
                    String matter,
            @Mixin DeadlineConditions conditions,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        ZoneId where = DeadlineText.zone(zone);
        DeadlineStart start = conditions.start(DeadlineText.starts(starts, where), where);
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            print(format, open.deadlines().start(new DeadlineRequest(DeadlineText.rule(rule), start, matter)));
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "learn",
            description = "A further event from which the rule counts became known, or a later one of the same kind.",
            mixinStandardHelpOptions = true)
    int learn(
            @Mixin WorkspaceOptions workspace,
            @Parameters(index = "0", paramLabel = "DEADLINE", description = "The first digits are enough.") String id,
            @Parameters(index = "1", paramLabel = "EVENT=TIME", description = "TIME in UTC, or with its offset.")
                    String start,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        Map.Entry<StartEvent, Instant> learned = DeadlineText.start(start, ZoneOffset.UTC);
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            print(format, open.deadlines().learn(id, learned.getKey(), learned.getValue()));
        }
        return ExitCode.DONE;
    }

    @Command(name = "met", description = "What was due is done.", mixinStandardHelpOptions = true)
    int met(
            @Mixin WorkspaceOptions workspace,
            @Parameters(paramLabel = "DEADLINE", description = "The first digits are enough.") String id,
            @Option(names = "--at", paramLabel = "TIME", description = "When; in UTC. Default: now.")
                    Optional<String> at,
            @Option(names = "--note", paramLabel = "TEXT", description = "How it can be shown; stored encrypted.")
                    Optional<String> note,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        Optional<Instant> when =
                at.isPresent() ? Optional.of(DeadlineText.moment(at.get(), ZoneOffset.UTC)) : Optional.empty();
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            print(format, open.deadlines().meet(id, when, note));
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "extend",
            description = "Ends it later by what the rule allows, or when somebody set who may.",
            mixinStandardHelpOptions = true)
    int extend(
            @Mixin WorkspaceOptions workspace,
            @Parameters(paramLabel = "DEADLINE", description = "The first digits are enough.") String id,
            @Option(names = "--until", paramLabel = "TIME", description = "The end that an authority set; in UTC.")
                    Optional<String> until,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Stored encrypted.")
                    String reason,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        Optional<Instant> end =
                until.isPresent() ? Optional.of(DeadlineText.moment(until.get(), ZoneOffset.UTC)) : Optional.empty();
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            print(format, open.deadlines().extend(id, end, reason));
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "withdraw",
            description = "It was started in error, or its matter fell away.",
            mixinStandardHelpOptions = true)
    int withdraw(
            @Mixin WorkspaceOptions workspace,
            @Parameters(paramLabel = "DEADLINE", description = "The first digits are enough.") String id,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Stored encrypted.")
                    String reason,
            @Option(names = "--format", defaultValue = "table", description = "table or json.") Format format)
            throws Exception {
        try (Workspace open = workspace.open(context, Access.WRITE)) {
            long entry = open.deadlines().withdraw(id, reason);
            RecordedLine.print(context.terminal().out(), format, entry, "the deadline is withdrawn");
        }
        return ExitCode.DONE;
    }

    @Command(
            name = "list",
            description = "Every clock, in the order they were started.",
            mixinStandardHelpOptions = true)
    int list(
            @Mixin WorkspaceOptions workspace,
            @Mixin AsOfOptions times,
            @Option(names = "--steps", description = "Shows how each end was computed (table).") boolean steps,
            @Option(names = "--format", defaultValue = "table", description = "table, json or csv.") Format format)
            throws Exception {
        var asOf = times.asOf(context.environment().clock().instant());
        try (Workspace open = workspace.open(context, Access.READ)) {
            List<DeadlineLine> lines = open.deadlines().all(asOf);
            switch (format) {
                case JSON ->
                    JsonOutput.print(
                            context.terminal().out(),
                            new JsonArray(lines.stream().map(DeadlineJson::line).toList()));
                case CSV -> DeadlineTables.csv(context.terminal().out(), lines);
                case TABLE -> {
                    DeadlineTables.table(context.terminal().out(), lines);
                    if (steps) {
                        lines.forEach(line -> DeadlineTables.steps(
                                context.terminal().out(),
                                line.standing().deadline().id().hex(),
                                line.standing().reckoning()));
                    }
                }
            }
        }
        return ExitCode.DONE;
    }

    private void print(Format format, StartedDeadline started) {
        PrintStream out = context.terminal().out();
        if (format == Format.JSON) {
            JsonOutput.print(out, DeadlineJson.started(started));
        } else {
            out.println("entry " + started.entry() + ": deadline " + started.id() + " runs");
            DeadlineTables.steps(out, started.id().hex(), started.reckoning());
        }
    }

    private void print(Format format, DeadlineStanding standing) {
        PrintStream out = context.terminal().out();
        if (format == Format.JSON) {
            JsonOutput.print(out, DeadlineJson.standing(standing));
        } else {
            out.println("deadline " + standing.deadline().id() + " is "
                    + standing.state().name().toLowerCase(Locale.ROOT).replace('_', ' '));
            DeadlineTables.steps(out, standing.deadline().id().hex(), standing.reckoning());
        }
    }
}
