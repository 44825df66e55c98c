package org.cairn.app.cli;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.causality.Edge;
import org.cairn.causality.Node;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.query.Backward;
import org.cairn.causality.query.BackwardAnswer;
import org.cairn.causality.query.CausalPath;
import org.cairn.causality.query.Descendants;
import org.cairn.causality.query.Destination;
import org.cairn.causality.query.Destinations;
import org.cairn.causality.query.FirstSeen;
import org.cairn.causality.query.Forward;
import org.cairn.causality.query.ForwardAnswer;
import org.cairn.causality.query.Selector;
import org.cairn.causality.query.StateAt;
import org.cairn.causality.query.Timeline;
import org.cairn.causality.query.Window;
import org.cairn.causality.record.RuntimeRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "runtime",
        description = "What really ran, from logs of the operating system: what caused something, what it reached.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Things are named /path, file:PATH, under:FOLDER, pid:N, exe:PATH, user:ID, container:ID, serial:N,",
            "ADDRESS:PORT, [ADDRESS]:PORT, ADDRESS or unix:PATH. Every answer says what the record can speak about."
        },
        mixinStandardHelpOptions = true)
final class RuntimeCommand {
    private static final String TARGET = "As `cairn runtime --help` says.";

    private final CommandContext context;

    RuntimeCommand(CommandContext context) {
        this.context = context;
    }

    @Command(name = "why", description = "What led to something, backward in time.", mixinStandardHelpOptions = true)
    int why(
            @Mixin RuntimeOptions options,
            @Mixin RuntimeLimits limits,
            @Parameters(paramLabel = "THING", description = TARGET) String thing,
            @Option(names = "--at", paramLabel = "TIME", description = "As it was then; default: at the end.")
                    Optional<String> at)
            throws Refused {
        RuntimeRecord record = options.read();
        Selector selector = selector(thing);
        Window window = new Window(Optional.empty(), When.optional(at, now()));
        Set<Node> meant = selector.in(record.graph());
        BackwardAnswer answer = Backward.from(record.graph(), meant, window.last(), limits.limits());
        List<Edge> edges = List.copyOf(answer.edges());
        return print(
                options, new RuntimeAnswer(record, window, "why", meant, edges, answer.pruned(), edges.size(), true));
    }

    @Command(name = "impact", description = "What something reached, forward in time.", mixinStandardHelpOptions = true)
    int impact(
            @Mixin RuntimeOptions options,
            @Mixin RuntimeLimits limits,
            @Mixin RuntimeWindow times,
            @Parameters(paramLabel = "THING", description = TARGET) String thing)
            throws Refused {
        RuntimeRecord record = options.read();
        Window window = times.window(now());
        Set<Node> meant = selector(thing).in(record.graph());
        ForwardAnswer answer = Forward.from(record.graph(), meant, window.first(), limits.limits());
        List<Edge> edges = answer.edges().stream()
                .filter(edge -> !edge.at().isAfter(window.last()))
                .toList();
        return print(
                options,
                new RuntimeAnswer(record, window, "impact", meant, edges, answer.pruned(), edges.size(), true));
    }

    @Command(
            name = "path",
            description = "How one thing can have reached another: the fewest steps, in the order of time.",
            mixinStandardHelpOptions = true)
    int path(
            @Mixin RuntimeOptions options,
            @Mixin RuntimeLimits limits,
            @Mixin RuntimeWindow times,
            @Parameters(index = "0", paramLabel = "FROM", description = TARGET) String from,
            @Parameters(index = "1", paramLabel = "TO", description = TARGET) String to)
            throws Refused {
        RuntimeRecord record = options.read();
        Window window = times.window(now());
        Set<Node> causes = selector(from).in(record.graph());
        Set<Node> effects = selector(to).in(record.graph());
        CausalPath path =
                CausalPath.between(record.graph(), causes, effects, window.first(), window.last(), limits.limits());
        Set<Node> meant = new LinkedHashSet<>(causes);
        meant.addAll(effects);
        print(
                options,
                new RuntimeAnswer(
                        record,
                        window,
                        "path",
                        meant,
                        path.edges(),
                        List.of(),
                        path.edges().size(),
                        path.complete()));
        return path.edges().isEmpty() ? ExitCode.NO : ExitCode.DONE;
    }

    @Command(
            name = "timeline",
            description = "What happened, in the order of time; of one thing, or all.",
            mixinStandardHelpOptions = true)
    int timeline(
            @Mixin RuntimeOptions options,
            @Mixin RuntimeWindow times,
            @Parameters(paramLabel = "THING", arity = "0..1", description = TARGET) Optional<String> thing,
            @Option(names = "--most", defaultValue = "200", description = "Edges shown; default: ${DEFAULT-VALUE}.")
                    int most)
            throws Refused {
        RuntimeRecord record = options.read();
        Window window = times.window(now());
        Set<Node> meant = thing.isPresent() ? selector(thing.get()).in(record.graph()) : Set.of();
        Timeline timeline = thing.isPresent()
                ? Timeline.of(record.graph(), meant, window, most)
                : Timeline.of(record.graph(), window, most);
        return listed(options, record, window, "timeline", meant, timeline, thing.isPresent());
    }

    @Command(
            name = "touched",
            description = "The files and connections that processes and all that came from them had to do with.",
            mixinStandardHelpOptions = true)
    int touched(
            @Mixin RuntimeOptions options,
            @Mixin RuntimeWindow times,
            @Parameters(paramLabel = "PROCESSES", description = "pid:N, exe:PATH, user:ID or container:ID.")
                    String thing,
            @Option(names = "--most", defaultValue = "1000", description = "Edges shown; default: ${DEFAULT-VALUE}.")
                    int most)
            throws Refused {
        RuntimeRecord record = options.read();
        Window window = times.window(now());
        Set<Node> meant = processes(selector(thing).in(record.graph()));
        Timeline timeline = Timeline.touched(record.graph(), Descendants.of(record.graph(), meant), window, most);
        return listed(options, record, window, "touched", meant, timeline, true);
    }

    @Command(
            name = "loaded",
            description = "Programs, scripts, interpreters and libraries that were run; by some processes, or by all.",
            mixinStandardHelpOptions = true)
    int loaded(
            @Mixin RuntimeOptions options,
            @Mixin RuntimeWindow times,
            @Parameters(
                            paramLabel = "PROCESSES",
                            arity = "0..1",
                            description = "pid:N, exe:PATH, user:ID or container:ID.")
                    Optional<String> thing,
            @Option(names = "--most", defaultValue = "1000", description = "Edges shown; default: ${DEFAULT-VALUE}.")
                    int most)
            throws Refused {
        RuntimeRecord record = options.read();
        Window window = times.window(now());
        Set<Node> meant = thing.isPresent() ? processes(selector(thing.get()).in(record.graph())) : Set.of();
        boolean none = thing.isPresent() && meant.isEmpty();
        Timeline timeline = none
                ? new Timeline(List.of(), 0)
                : Timeline.loaded(record.graph(), Descendants.of(record.graph(), meant), window, most);
        return listed(options, record, window, "loaded", meant, timeline, thing.isPresent());
    }

    private static Set<Node> processes(Set<Node> nodes) {
        return nodes.stream()
                .filter(ProcessNode.class::isInstance)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Command(
            name = "destinations",
            description = "Places outside the host that were addressed, whether they were reached or not.",
            mixinStandardHelpOptions = true)
    int destinations(@Mixin RuntimeOptions options, @Mixin RuntimeWindow times) throws Refused {
        RuntimeRecord record = options.read();
        Window window = times.window(now());
        return listed(options, record, window, "destinations", Destinations.of(record.graph()).stream());
    }

    @Command(
            name = "first-seen",
            description = "Places outside the host that a program addressed for the first time in this record.",
            mixinStandardHelpOptions = true)
    int firstSeen(@Mixin RuntimeOptions options, @Mixin RuntimeWindow times) throws Refused {
        RuntimeRecord record = options.read();
        Window window = times.window(now());
        return listed(options, record, window, "first-seen", FirstSeen.of(record.graph(), window.first()).stream());
    }

    private int listed(
            RuntimeOptions options,
            RuntimeRecord record,
            Window window,
            String question,
            Stream<Destination> destinations)
            throws Refused {
        List<Edge> edges = destinations
                .map(Destination::edge)
                .filter(edge -> window.holds(edge.at()))
                .toList();
        return print(
                options,
                new RuntimeAnswer(record, window, question, Set.of(), edges, List.of(), edges.size(), true),
                false);
    }

    private int listed(
            RuntimeOptions options,
            RuntimeRecord record,
            Window window,
            String question,
            Set<Node> meant,
            Timeline timeline,
            boolean asked)
            throws Refused {
        return print(
                options,
                new RuntimeAnswer(record, window, question, meant, timeline.edges(), List.of(), timeline.all(), true),
                asked);
    }

    @Command(
            name = "state",
            description = "What ran, listened and was open at a moment, as far as the record tells.",
            mixinStandardHelpOptions = true)
    int state(
            @Mixin RuntimeOptions options,
            @Option(names = "--at", required = true, paramLabel = "TIME", description = "An instant, or a day's end.")
                    String at)
            throws Refused {
        RuntimeRecord record = options.read();
        Window window = new Window(Optional.empty(), Optional.of(When.parse(at, now())));
        StateAt state = StateAt.of(record.graph(), window.last());
        RuntimeStateListing listing = new RuntimeStateListing(record, window, state);
        if (options.format() == Format.JSON) {
            JsonOutput.print(context.terminal().out(), listing.json(options));
        } else {
            listing.printTo(context.terminal().out());
        }
        return ExitCode.DONE;
    }

    static Selector selector(String thing) throws Refused {
        return Selector.parse(thing)
                .orElseThrow(() -> new Refused("'" + thing + "' names nothing that can be asked about; `cairn runtime"
                        + " --help` shows how things are named"));
    }

    private Instant now() {
        return context.environment().clock().instant();
    }

    private int print(RuntimeOptions options, RuntimeAnswer answer) throws Refused {
        return print(options, answer, true);
    }

    /// Words that fit nothing get no for an answer.
    private int print(RuntimeOptions options, RuntimeAnswer answer, boolean asked) throws Refused {
        if (options.format() == Format.JSON) {
            JsonOutput.print(context.terminal().out(), answer.json(options));
        } else {
            answer.printTo(context.terminal().out());
        }
        if (asked && answer.meant().isEmpty()) {
            context.terminal().say("cairn: nothing in this record fits these words");
            return ExitCode.NO;
        }
        return ExitCode.DONE;
    }
}
