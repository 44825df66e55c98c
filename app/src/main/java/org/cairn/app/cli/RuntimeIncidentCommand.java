package org.cairn.app.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.cairn.app.workspace.Access;
import org.cairn.app.workspace.IncidentFiles;
import org.cairn.app.workspace.Workspace;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.causality.Edge;
import org.cairn.causality.Node;
import org.cairn.causality.incident.Affected;
import org.cairn.causality.incident.Incident;
import org.cairn.causality.query.Selector;
import org.cairn.causality.record.RuntimeRecord;
import org.cairn.frameworks.Language;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.reports.incident.IncidentModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "incident",
        description =
                "Writes one event with all that the record tells about it as a PDF: where it departed, what led to"
                        + " it, data on the way, periods that may have begun, and what is not known.",
        mixinStandardHelpOptions = true)
final class RuntimeIncidentCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin
    private RuntimeOptions options = new RuntimeOptions();

    @Parameters(
            paramLabel = "THING",
            arity = "0..1",
            description = "The event: the first time something was done to it; serial:N names one event.")
    private Optional<String> thing = Optional.empty();

    @Option(names = "--policy", paramLabel = "FILE", description = "The event is a departure from this policy.")
    private Optional<Path> policy = Optional.empty();

    @Option(
            names = "--deviation",
            paramLabel = "N",
            defaultValue = "1",
            description = "Which departure, counted from 1 in the order of time; default: the first.")
    private int number = 1;

    @Option(
            names = "--system",
            paramLabel = "NAME",
            description = "The event is a departure from this system's approved baseline. Default: the only system's.")
    private Optional<String> system = Optional.empty();

    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "DIR",
            description =
                    "Signs with the document key of this workspace, and looks up the approved baseline where neither"
                            + " an event nor a policy is named. Without it nobody signs, and the file says so.")
    private Optional<Path> workspace = Optional.empty();

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "Reads the passphrase from the first line of FILE. Otherwise: CAIRN_PASSPHRASE, or a prompt.")
    private Optional<Path> passphraseFile = Optional.empty();

    @Option(
            names = "--known",
            paramLabel = "TIME",
            description = "Since when the organisation knows, an instant in UTC; default: now.")
    private Optional<String> known = Optional.empty();

    @Option(names = "--zone", defaultValue = "UTC", paramLabel = "ZONE", description = "In whose days periods count.")
    private String zone = "UTC";

    @Option(names = "--language", defaultValue = "en", description = "en or de.")
    private String language = "en";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file.")
    private Path out = Path.of("");

    RuntimeIncidentCommand(CommandContext context) {
        this.context = context;
    }

    private record Chosen(Edge event, List<IncidentModel.Departure> departures) {}

    @Override
    public Integer call() throws Refused, WorkspaceException {
        requireOneEvent();
        ZoneId where = DeadlineText.zone(zone);
        Instant now = context.environment().clock().instant();
        Instant since = When.optional(known, now).orElse(now);
        if (since.isAfter(now)) {
            throw new Refused("--known lies in the future");
        }
        Telling telling = new Telling(options.read(), since, where, language(), now);
        if (workspace.isEmpty()) {
            return write(telling, Optional.empty());
        }
        WorkspaceOptions opening = WorkspaceOptions.of(workspace.get(), passphraseFile);
        try (Workspace open = opening.open(context, Access.READ)) {
            return write(telling, Optional.of(open));
        }
    }

    /// What to tell of, and how.
    private record Telling(RuntimeRecord record, Instant since, ZoneId zone, Language language, Instant now) {}

    private void requireOneEvent() throws Refused {
        if (thing.isPresent() && policy.isPresent()
                || system.isPresent() && (thing.isPresent() || policy.isPresent() || workspace.isEmpty())
                || thing.isEmpty() && policy.isEmpty() && workspace.isEmpty()) {
            throw new Refused(
                    "name the event, or give --policy FILE, or -w DIR for its approved baseline;" + " one of them");
        }
    }

    private int write(Telling telling, Optional<Workspace> open) throws Refused, WorkspaceException {
        Optional<Chosen> chosen = thing.isPresent() ? named(telling.record()) : departure(telling, open);
        if (chosen.isEmpty()) {
            context.terminal().say("cairn: this record has no such event");
            return ExitCode.NO;
        }
        Incident incident = Incident.of(telling.record(), chosen.get().event());
        IncidentFiles.Draft draft = new IncidentFiles.Draft(
                incident, chosen.get().departures(), telling.since(), telling.zone(), telling.language());
        Bytes pdf = open.isPresent()
                ? IncidentFiles.signed(draft, open.get(), telling.now())
                : IncidentFiles.unsigned(
                        draft, context.environment().knowledge().library().deadlines(), telling.now());
        write(pdf);
        print(incident, pdf);
        return ExitCode.DONE;
    }

    private Language language() throws Refused {
        return switch (language) {
            case "en" -> Language.EN;
            case "de" -> Language.DE;
            default -> throw new Refused("--language takes en or de");
        };
    }

    private Optional<Chosen> named(RuntimeRecord record) throws Refused {
        Selector selector = RuntimeCommand.selector(thing.orElse(""));
        Set<Edge> of = selector.edges(record.graph());
        Set<Node> nodes = of.isEmpty() ? selector.in(record.graph()) : Set.of();
        Stream<Edge> edges =
                of.isEmpty() ? nodes.stream().flatMap(node -> record.graph().incoming(node).stream()) : of.stream();
        return edges.min(Comparator.comparing(Edge::at)).map(edge -> new Chosen(edge, List.of()));
    }

    private Optional<Chosen> departure(Telling telling, Optional<Workspace> open) throws Refused, WorkspaceException {
        RuntimeDepartures departures = new RuntimeDepartures(telling.record(), number);
        Optional<RuntimeDepartures.Found> found = policy.isPresent()
                ? departures.from(policy.get())
                : departures.from(open.orElseThrow(), system, telling.now());
        return found.map(departure ->
                new Chosen(telling.record().graph().edge(departure.deviation().place()), List.of(departure.said())));
    }

    private void write(Bytes pdf) throws Refused {
        try {
            Files.write(out, pdf.toByteArray(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException _) {
            throw new Refused(out + ": exists; choose another name");
        } catch (IOException e) {
            throw new Refused(out + ": cannot be written to its end (" + e + "); remove what is there");
        }
    }

    private void print(Incident incident, Bytes pdf) {
        long left = incident.affected().stream()
                .map(Affected::reached)
                .filter(places -> !places.isEmpty())
                .count();
        if (options.format() == Format.JSON) {
            JsonOutput.print(
                    context.terminal().out(),
                    Json.object()
                            .with("file", out.toString())
                            .with("sha256", Digest.sha256(pdf).hex())
                            .with("signed", new Json.JsonFlag(workspace.isPresent()))
                            .with("at", incident.event().at().time().toString())
                            .with("edges", incident.chain().size())
                            .with("filesRead", incident.affected().size())
                            .with("filesWithAWayOut", left)
                            .with("gaps", incident.gaps().size())
                            .with("statement", RuntimeCoverage.STATEMENT)
                            .build());
            return;
        }
        context.terminal()
                .out()
                .println(out + ": " + incident.chain().size() + " edges led to it; "
                        + incident.affected().size() + " files were read on the way, from " + left
                        + " of which there is a way outside; " + incident.gaps().size() + " gaps in that time; "
                        + (workspace.isPresent() ? "signed" : "not signed"));
        context.terminal().out().println(RuntimeCoverage.STATEMENT);
    }
}
