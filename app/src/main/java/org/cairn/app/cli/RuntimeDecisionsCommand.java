package org.cairn.app.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cairn.causality.Edge;
import org.cairn.causality.Node;
import org.cairn.causality.ProcessNode;
import org.cairn.causality.decision.Attribution;
import org.cairn.causality.decision.ContextCheck;
import org.cairn.causality.decision.DecisionLog;
import org.cairn.causality.decision.Replay;
import org.cairn.causality.ingest.IngestException;
import org.cairn.causality.query.Window;
import org.cairn.causality.record.RuntimeRecord;
import org.cairn.proof.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "decisions",
        description =
                "Decisions of an AI from a log of its gateway or server, each with the process that made it; one of"
                        + " them again, with what that process had read and where it talked to.",
        footer = {
            "",
            "Texts of prompts and answers are never printed or kept: only their digests. A process is told where the log",
            "names host and process id, or an address with a port; otherwise the answer says why it is not."
        },
        mixinStandardHelpOptions = true)
final class RuntimeDecisionsCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private RuntimeOptions options = new RuntimeOptions();

    @Option(names = "--log", required = true, paramLabel = "FILE", description = "JSON lines, also packed by gzip.")
    private Path log = Path.of("");

    @Option(names = "--id", paramLabel = "ID", description = "Only this decision, with what its process did.")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--context",
            paramLabel = "FILE",
            description = "A retrieved document, held against the digest that the log states.")
    private List<Path> documents = List.of();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Of times in the log that name none; default: such lines are refused.")
    private Optional<String> zone = Optional.empty();

    RuntimeDecisionsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Refused {
        RuntimeRecord record = options.read();
        try {
            DecisionLog read = DecisionLog.read(log, zone.map(ZoneId::of));
            ContextCheck check = ContextCheck.of(documents);
            List<Replay> replays = new ArrayList<>();
            read.decisions().stream()
                    .filter(decision -> id.isEmpty() || decision.id().equals(id))
                    .forEach(decision -> replays.add(Replay.of(record.graph(), decision)));
            print(record, new DecisionListing(record, read, replays, check));
            if (id.isPresent() && replays.isEmpty()) {
                context.terminal().say("cairn: no decision of this log has that id");
            }
            return replays.isEmpty() ? ExitCode.NO : ExitCode.DONE;
        } catch (IngestException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        } catch (DateTimeException _) {
            throw new Refused("--zone takes a time zone like Europe/Berlin, not '" + zone.orElse("") + "'");
        }
    }

    private void print(RuntimeRecord record, DecisionListing listing) throws Refused {
        PrintStream out = context.terminal().out();
        if (options.format() == Format.JSON) {
            Json.Builder document = listing.json();
            JsonOutput.print(
                    out,
                    id.isEmpty()
                            ? document.with("coverage", new RuntimeCoverage(record, Window.ALWAYS).json())
                                    .build()
                            : document.with("answer", answer(record, listing).json(options))
                                    .build());
            return;
        }
        listing.printTo(out);
        if (id.isEmpty()) {
            new RuntimeCoverage(record, Window.ALWAYS).printTo(out);
        } else {
            answer(record, listing).printTo(out);
        }
    }

    private static RuntimeAnswer answer(RuntimeRecord record, DecisionListing listing) {
        Set<Node> meant = new LinkedHashSet<>();
        Set<Edge> edges = new LinkedHashSet<>();
        for (Replay replay : listing.replays()) {
            process(replay.attribution()).ifPresent(meant::add);
            edges.addAll(replay.read());
            edges.addAll(replay.addressed());
        }
        List<Edge> all = List.copyOf(edges);
        return new RuntimeAnswer(record, Window.ALWAYS, "decisions", meant, all, List.of(), all.size(), true);
    }

    static Optional<ProcessNode> process(Attribution attribution) {
        return switch (attribution) {
            case Attribution.ByProcess(ProcessNode process) -> Optional.of(process);
            case Attribution.ByConnection(ProcessNode process, Edge _) -> Optional.of(process);
            case Attribution.NotJoined _ -> Optional.empty();
        };
    }
}
